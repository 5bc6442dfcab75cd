import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter } from 'node:path';

/** What the suites on real hosts need, by the Debian package that brings it. */
const NEEDED = {
  'mariadb-server': () => has('mariadbd') && has('mariadb-install-db'),
  wordpress: () => existsSync('/usr/share/wordpress/wp-login.php'),
  'wordpress-theme-twentytwentythree': () =>
    existsSync('/usr/share/wordpress/wp-content/themes/twentytwentythree'),
  'php-cli': () => has('php'),
  'php-mysql': () => phpHas('mysqli') && phpHas('pdo_mysql'),
  'php-xml': () => phpHas('dom'),
  'php-curl': () => phpHas('curl'),
  'php-mbstring': () => phpHas('mbstring'),
  'php-laravel-framework': () => existsSync('/usr/share/php/Illuminate/autoload.php'),
};

/** The exit code of `npm run test:hosts` where something is missing. */
export const MISSING = 3;

/** The packages that are not here. */
export function missingPackages() {
  return Object.entries(NEEDED)
    .filter(([, isThere]) => !isThere())
    .map(([name]) => name);
}

/** The command that brings them. */
export function howToInstall(packages) {
  return `apt-get install --no-install-recommends ${packages.join(' ')}`;
}

// Servers are where not every user's path leads.
const env = { ...process.env, PATH: [process.env.PATH, '/usr/sbin', '/usr/local/sbin'].join(delimiter) };

function has(program) {
  return spawnSync(program, ['--version'], { env, stdio: 'ignore' }).error === undefined;
}

let modules;
function phpHas(name) {
  modules ??= spawnSync('php', ['-m'], { env, encoding: 'utf8' }).stdout ?? '';
  return modules.split('\n').includes(name);
}
