<?php
// Answers like a web server in front of WordPress: files as they are, pretty addresses through index.php, else 404.
define( 'ABSPATH', $_SERVER['DOCUMENT_ROOT'] . '/' );
$path = rawurldecode( parse_url( $_SERVER['REQUEST_URI'], PHP_URL_PATH ) ?: '/' );
$file = $_SERVER['DOCUMENT_ROOT'] . rtrim( $path, '/' );
if ( is_file( $file ) ) {
	if ( substr( $file, -4 ) !== '.php' ) {
		return false;
	}
	$_SERVER['SCRIPT_NAME'] = $_SERVER['PHP_SELF'] = $path;
	chdir( dirname( $file ) );
	require $file;
	return true;
}
if ( $path !== '/' && getenv( 'PRETTY' ) !== '1' ) { // a server without rewrite rules knows nothing of WordPress here
	http_response_code( 404 );
	echo '<!DOCTYPE html><html><head><title>404 Not Found</title></head><body><h1>Not Found</h1></body></html>';
	return true;
}
$_SERVER['SCRIPT_NAME'] = $_SERVER['PHP_SELF'] = '/index.php';
require $_SERVER['DOCUMENT_ROOT'] . '/index.php';
