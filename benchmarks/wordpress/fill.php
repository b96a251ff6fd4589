<?php
// Writes the users, posts and comments of the plan and prints where each post stands: fill.php ROOT PLAN.
define( 'ABSPATH', $argv[1] . '/' );
$plan = json_decode( file_get_contents( $argv[2] ), true );
$_SERVER['HTTP_HOST'] = parse_url( $plan['url'], PHP_URL_HOST ) . ':' . parse_url( $plan['url'], PHP_URL_PORT );
$_SERVER['PHP_SELF'] = '/index.php';
require ABSPATH . 'wp-load.php';
require ABSPATH . 'wp-admin/includes/admin.php';
wp_set_current_user( 1 );
kses_remove_filters();

function must( $value ) {
	if ( ! $value || is_wp_error( $value ) ) {
		fwrite( STDERR, is_wp_error( $value ) ? $value->get_error_message() . "\n" : "nothing was written\n" );
		exit( 1 );
	}
	return $value;
}

function picture( $post, $caption, $uploads ) {
	$file = $uploads['basedir'] . '/' . get_post_field( 'post_name', $post ) . '-lead.png';
	copy( $uploads['basedir'] . '/gambar.png', $file );
	$id = must( wp_insert_attachment(
		array( 'post_title' => basename( $file ), 'post_excerpt' => $caption, 'post_mime_type' => 'image/png', 'post_status' => 'inherit' ),
		$file,
		$post
	) );
	update_post_meta( $id, '_wp_attachment_metadata', array( 'width' => 600, 'height' => 400, 'file' => basename( $file ) ) );
	set_post_thumbnail( $post, $id );
	return $id;
}

$uploads = wp_upload_dir( null, false );
$users = array();
foreach ( $plan['authors'] as $login => $name ) {
	$users[ $login ] = must( wp_insert_user( array(
		'user_login' => $login, 'user_pass' => 'layang-layang', 'display_name' => $name, 'role' => 'author',
		'user_email' => "$login@warta.example", 'description' => $login === 'bonar' ? '' : $plan['about'], // themes print another byline without one
	) ) );
}
$places = array();
foreach ( $plan['posts'] as $post ) {
	$content = str_replace( array( '%UPLOADS%', '%HOME%' ), array( $uploads['baseurl'], $plan['url'] ), $post['content'] );
	$id = must( wp_insert_post( wp_slash( array(
		'post_name' => $post['slug'], 'post_title' => $post['title'], 'post_content' => $content,
		'post_date' => $post['at'], 'post_type' => $post['kind'], 'post_status' => $post['status'],
		'post_password' => $post['password'], 'post_author' => $users[ $post['author'] ],
		'comment_status' => $post['open'] ? 'open' : 'closed', 'ping_status' => 'closed',
	) ), true ) );
	$attachment = $post['featured'] ? get_permalink( picture( $id, $post['featured'], $uploads ) ) : null;
	$modified   = $post['modified'] ?: $post['at'];
	$GLOBALS['wpdb']->update(
		$GLOBALS['wpdb']->posts,
		array(
			'post_modified' => $modified, 'post_modified_gmt' => get_gmt_from_date( $modified ),
			'post_content'  => str_replace( '%ATTACHMENT%', (string) $attachment, $content ),
		),
		array( 'ID' => $id )
	);
	if ( $post['kind'] === 'post' ) {
		wp_set_post_categories( $id, array( wp_create_category( $post['category'] ) ) );
		wp_set_post_tags( $id, $post['tags'] );
	}
	if ( $post['sticky'] ) {
		stick_post( $id );
	}
	$comments = array();
	foreach ( $post['comments'] as $number => $comment ) {
		$comments[] = must( wp_insert_comment( wp_slash( array(
			'comment_post_ID' => $id, 'comment_author' => $comment['author'], 'comment_content' => $comment['text'],
			'comment_author_email' => "pembaca$number@warta.example", 'comment_approved' => 1,
			'comment_date' => $post['at'], 'comment_date_gmt' => get_gmt_from_date( $post['at'] ),
			'comment_parent' => $comment['under'] === null ? 0 : $comments[ $comment['under'] ],
		) ) ) );
	}
	clean_post_cache( $id );
	$places[ $post['slug'] ] = array( 'id' => $id, 'url' => get_permalink( $id ), 'attachment' => $attachment );
}
echo json_encode( $places );
