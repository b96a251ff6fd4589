<?php
// A must-use plugin: what an oEmbed provider would answer, sent without asking it; the sitemap switched off on demand.
add_filter(
	'pre_oembed_result',
	function ( $result, $url ) {
		if ( ! preg_match( '~youtube\.com/watch\?v=([\w-]+)~', $url, $found ) ) {
			return $result;
		}
		return '<iframe title="Rekaman warga" width="500" height="281" src="https://www.youtube.com/embed/' . $found[1]
			. '?feature=oembed" frameborder="0" allow="autoplay; encrypted-media" allowfullscreen></iframe>';
	},
	10,
	2
);
if ( getenv( 'SITEMAP' ) === '0' ) {
	add_filter( 'wp_sitemaps_enabled', '__return_false' );
}
