<?php
// Replaces the text of one post, as an editor does later: edit.php ROOT PLAN.
define( 'ABSPATH', $argv[1] . '/' );
$plan = json_decode( file_get_contents( $argv[2] ), true );
$_SERVER['HTTP_HOST'] = parse_url( $plan['url'], PHP_URL_HOST ) . ':' . parse_url( $plan['url'], PHP_URL_PORT );
$_SERVER['PHP_SELF'] = '/index.php';
require ABSPATH . 'wp-load.php';
wp_set_current_user( 1 );
kses_remove_filters();
if ( ! wp_update_post( wp_slash( array( 'ID' => $plan['id'], 'post_content' => $plan['content'] ) ) ) ) {
	exit( 1 );
}
