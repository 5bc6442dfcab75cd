export { MovableClock, parseClock } from './clock.ts';
export { type Config, ConfigError, readConfig } from './config.ts';
export { type PortalServer, servePortal } from './http/server.ts';
export { createLog } from './log.ts';
export { createPortal, type Portal } from './portal.ts';
export { addKey } from './stores/api-key.ts';
export { changeStore, type StoreChange } from './stores/change-store.ts';
export { createStore } from './stores/create-store.ts';
export { addPack } from './stores/packs.ts';
