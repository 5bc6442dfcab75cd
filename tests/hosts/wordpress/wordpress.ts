import { copyFileSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '@genvoris/testing/loopback';
import type { MariadbServer } from '@genvoris/testing/mariadb-server';
import { startPhp } from '../php-server.ts';

const SOURCE = '/usr/share/wordpress';
const ADMIN = { name: 'admin', password: 'a-password-of-these-tests' };

/** A WordPress that was installed a moment ago. */
export interface WordPress {
  /** Where PHP answers. */
  readonly phpUrl: string;
  readonly admin: typeof ADMIN;
  /** How its nonces live: two seconds, or as they do. */
  shortNonces(short: boolean): void;
  said(): string;
  stop(): Promise<void>;
}

/** Installs WordPress in a folder and a database of its own. `url` is where its visitors reach it. */
export async function startWordPress(database: MariadbServer, url: string): Promise<WordPress> {
  const folder = mkdtempSync(join(tmpdir(), 'genvoris-wp-'));
  const port = await freePort();
  cpSync(SOURCE, folder, {
    recursive: true,
    dereference: true,
    filter: (file) => !/\/wp-config\.php$/.test(file),
  });
  const own = (file: string) => join(import.meta.dirname, file);
  mkdirSync(join(folder, 'wp-content/mu-plugins'), { recursive: true });
  copyFileSync(own('genvoris-tests.php'), join(folder, 'wp-content/mu-plugins/genvoris-tests.php'));
  copyFileSync(own('router.php'), join(folder, 'router.php'));
  writeFileSync(join(folder, 'wp-config.php'), configuration(database.port, url));
  database.run('create database wordpress');
  const php = await startPhp(folder, port, { router: 'router.php' });
  const phpUrl = `http://127.0.0.1:${port}`;
  const host = { host: new URL(url).host };
  const answer = await fetch(`${phpUrl}/wp-admin/install.php?step=2`, {
    method: 'POST',
    headers: host,
    body: new URLSearchParams({
      weblog_title: 'Shop',
      user_name: ADMIN.name,
      admin_password: ADMIN.password,
      admin_password2: ADMIN.password,
      pw_weak: 'on',
      admin_email: 'owner@shop.example',
    }),
  });
  const page = await answer.text();
  if (!page.includes('wp-login.php')) throw new Error(`WordPress was not installed: ${page.slice(0, 2000)}`);
  const short = join(folder, 'short-nonces');
  return {
    phpUrl,
    admin: ADMIN,
    said: php.said,
    shortNonces: (are) => (are ? writeFileSync(short, '') : rmSync(short, { force: true })),
    async stop() {
      await php.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function configuration(port: number, url: string): string {
  const constants = {
    DB_NAME: 'wordpress',
    DB_USER: 'root',
    DB_PASSWORD: '',
    DB_HOST: `127.0.0.1:${port}`,
    DB_CHARSET: 'utf8mb4',
    WP_HOME: url,
    WP_SITEURL: url,
    // Nothing leaves this machine, and nothing is done beside what is asked for.
    WP_HTTP_BLOCK_EXTERNAL: true,
    DISABLE_WP_CRON: true,
    AUTOMATIC_UPDATER_DISABLED: true,
    AUTH_KEY: 'tests-1',
    SECURE_AUTH_KEY: 'tests-2',
    LOGGED_IN_KEY: 'tests-3',
    NONCE_KEY: 'tests-4',
    AUTH_SALT: 'tests-5',
    SECURE_AUTH_SALT: 'tests-6',
    LOGGED_IN_SALT: 'tests-7',
    NONCE_SALT: 'tests-8',
  };
  const defined = Object.entries(constants).map(
    ([name, value]) => `define('${name}', ${JSON.stringify(value)});`,
  );
  return `<?php
${defined.join('\n')}
$table_prefix = 'wp_';
if (!defined('ABSPATH')) define('ABSPATH', __DIR__ . '/');
require_once ABSPATH . 'wp-settings.php';
`;
}
