import ProxyAgent from 'undici/lib/dispatcher/proxy-agent.js';

/**
 * Returns whether this process goes through the proxies that its environment names, as its own `fetch` then does:
 * started with `NODE_USE_ENV_PROXY=1` or `--use-env-proxy`, or told later by `http.setGlobalProxyFromEnv()`.
 *
 * @throws TypeError that names the variable whose value is no proxy's URL, and does not quote it
 */
export function usesEnvProxy(): boolean {
  if (!isAsked()) return false;
  // In undici's order: of two, the lower-case one counts.
  for (const names of [
    ['http_proxy', 'HTTP_PROXY'],
    ['https_proxy', 'HTTPS_PROXY'],
  ]) {
    const name = names.find((each) => process.env[each] !== undefined);
    const value = name === undefined ? undefined : process.env[name];
    if (!value) continue;
    try {
      void new ProxyAgent(value).close();
    } catch {
      throw new TypeError(`${name} must be the URL of a proxy, such as http://proxy.example:3128`);
    }
  }
  return true;
}

function isAsked(): boolean {
  // The last one counts, and the command line is read after NODE_OPTIONS.
  const flags = [...(process.env.NODE_OPTIONS ?? '').split(/\s+/), ...process.execArgv]
    .map((flag) => flag.replaceAll('_', '-'))
    .filter((flag) => /^--(no-)?use-env-proxy$/.test(flag));
  const flag = flags.at(-1);
  if (flag !== undefined) return flag === '--use-env-proxy';
  return process.env.NODE_USE_ENV_PROXY === '1' || isPlatformProxied();
}

/** What `http.setGlobalProxyFromEnv()` or a node.config.json has set is to be seen at the platform's dispatcher alone. */
function isPlatformProxied(): boolean {
  return [1, 2].some((version) => {
    const dispatcher: unknown = Reflect.get(globalThis, Symbol.for(`undici.globalDispatcher.${version}`));
    return dispatcher?.constructor.name === 'EnvHttpProxyAgent';
  });
}
