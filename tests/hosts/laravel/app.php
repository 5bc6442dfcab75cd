<?php
// A Laravel application of one file: it signs in by session, checks CSRF tokens, and answers /api/user and
// /sanctum/csrf-cookie as Sanctum does, which Debian does not package.
use Illuminate\Auth\AuthServiceProvider;
use Illuminate\Config\Repository;
use Illuminate\Cookie\CookieServiceProvider;
use Illuminate\Cookie\Middleware\AddQueuedCookiesToResponse;
use Illuminate\Cookie\Middleware\EncryptCookies;
use Illuminate\Database\DatabaseServiceProvider;
use Illuminate\Encryption\EncryptionServiceProvider;
use Illuminate\Filesystem\FilesystemServiceProvider;
use Illuminate\Foundation\Application;
use Illuminate\Foundation\Bootstrap;
use Illuminate\Foundation\Http\Kernel;
use Illuminate\Foundation\Http\Middleware\VerifyCsrfToken;
use Illuminate\Foundation\Providers\FoundationServiceProvider;
use Illuminate\Hashing\HashServiceProvider;
use Illuminate\Http\Request;
use Illuminate\Session\Middleware\StartSession;
use Illuminate\Session\SessionServiceProvider;
use Illuminate\View\ViewServiceProvider;

require '/usr/share/php/Illuminate/autoload.php';

$shop = getenv( 'SHOP_ORIGIN' );
$app  = new Application( __DIR__ );
$app->detectEnvironment( fn() => 'production' );
$app->instance( 'config', new Repository( [
	'app'      => [ 'name' => 'Shop', 'env' => 'production', 'debug' => false, 'key' => 'base64:' . base64_encode( str_repeat( 'k', 32 ) ), 'cipher' => 'AES-256-CBC', 'timezone' => 'UTC', 'locale' => 'en' ],
	'session'  => [ 'driver' => 'file', 'lifetime' => 120, 'expire_on_close' => false, 'encrypt' => false, 'files' => __DIR__ . '/sessions', 'lottery' => [ 0, 100 ], 'cookie' => 'laravel_session', 'path' => '/', 'domain' => null, 'secure' => false, 'http_only' => true, 'same_site' => 'lax' ],
	'auth'     => [ 'defaults' => [ 'guard' => 'web' ], 'guards' => [ 'web' => [ 'driver' => 'session', 'provider' => 'users' ] ], 'providers' => [ 'users' => [ 'driver' => 'database', 'table' => 'users' ] ] ],
	'hashing'  => [ 'driver' => 'bcrypt', 'bcrypt' => [ 'rounds' => 4 ] ],
	'database' => [ 'default' => 'mysql', 'connections' => [ 'mysql' => [ 'driver' => 'mysql', 'host' => '127.0.0.1', 'port' => getenv( 'DB_PORT' ), 'database' => 'laravel', 'username' => 'root', 'password' => '', 'charset' => 'utf8mb4', 'prefix' => '' ] ] ],
	'view'     => [ 'paths' => [], 'compiled' => __DIR__ . '/sessions' ],
	'logging'  => [ 'default' => 'errorlog', 'channels' => [ 'errorlog' => [ 'driver' => 'errorlog' ], 'emergency' => [ 'path' => __DIR__ . '/laravel.log' ] ] ],
] ) );

class ShopKernel extends Kernel {
	protected $bootstrappers   = [ Bootstrap\HandleExceptions::class, Bootstrap\RegisterFacades::class, Bootstrap\RegisterProviders::class, Bootstrap\BootProviders::class ];
	protected $middlewareGroups = [ 'web' => [ EncryptCookies::class, AddQueuedCookiesToResponse::class, StartSession::class, VerifyCsrfToken::class ] ];
}

/** As Sanctum decides it: a session counts only for pages of the shop itself. */
class OfOwnPages {
	public function handle( $request, $next ) {
		$page = $request->headers->get( 'referer' ) ?: $request->headers->get( 'origin' ) ?: '';
		if ( strpos( $page . '/', getenv( 'SHOP_ORIGIN' ) . '/' ) !== 0 ) {
			return response()->json( [ 'message' => 'Unauthenticated.' ], 401 );
		}
		return $next( $request );
	}
}

$app->singleton( Illuminate\Contracts\Http\Kernel::class, ShopKernel::class );
$app->singleton( Illuminate\Contracts\Debug\ExceptionHandler::class, Illuminate\Foundation\Exceptions\Handler::class );
$providers = [ FilesystemServiceProvider::class, FoundationServiceProvider::class, EncryptionServiceProvider::class, CookieServiceProvider::class, DatabaseServiceProvider::class, HashServiceProvider::class, SessionServiceProvider::class, AuthServiceProvider::class, ViewServiceProvider::class ];
$app['config']->set( 'app.providers', $providers );
$app['config']->set( 'app.aliases', [] );

$app->booted( function () use ( $app ) {
	$router = $app['router'];
	$router->group( [ 'middleware' => 'web' ], function ( $router ) {
		$router->get( 'sanctum/csrf-cookie', fn() => response( '', 204 ) );
		$router->post( 'login', function ( Request $request ) {
			if ( ! auth()->attempt( $request->only( 'email', 'password' ) ) ) {
				return response()->json( [ 'message' => 'These credentials do not match our records.' ], 422 );
			}
			$request->session()->regenerate();
			return response( '', 204 );
		} );
		$router->post( 'logout', function ( Request $request ) {
			auth()->logout();
			$request->session()->invalidate();
			return response( '', 204 );
		} );
		$router->get( 'api/user', function () {
			$user = auth()->user();
			return $user ? response()->json( [ 'id' => (int) $user->id, 'name' => $user->name, 'email' => $user->email ] ) : response()->json( [ 'message' => 'Unauthenticated.' ], 401 );
		} )->middleware( OfOwnPages::class );
		$router->post( 'echo', fn() => response( '', 204 ) );
	} );
} );

$kernel   = $app->make( Illuminate\Contracts\Http\Kernel::class );
$request  = Request::capture();
$response = $kernel->handle( $request );
$response->send();
$kernel->terminate( $request, $response );
