<?php
// What the tests need of WordPress besides WordPress: pretty addresses, the capability that WooCommerce brings,
// and nonces that end while a test waits.
add_filter( 'pre_option_permalink_structure', fn() => '/%postname%/' );
add_filter( 'nonce_life', fn( $life ) => file_exists( ABSPATH . 'short-nonces' ) ? 2 : $life );
add_action( 'init', function () {
	if ( ! wp_installing() && ! get_role( 'shop_manager' ) ) {
		add_role( 'shop_manager', 'Shop manager', [ 'read' => true, 'manage_woocommerce' => true ] );
	}
} );
