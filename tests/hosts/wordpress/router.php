<?php
// PHP's own server: files as they are, everything else to WordPress.
$file = __DIR__ . parse_url( $_SERVER['REQUEST_URI'], PHP_URL_PATH );
if ( is_file( $file ) || is_file( rtrim( $file, '/' ) . '/index.php' ) && $file !== __DIR__ . '/' ) {
	return false;
}
require __DIR__ . '/index.php';
