export { type Chromium, findChromium } from './chromium.ts';
export type { StorefrontOperationId } from './contract/storefront.ts';
export { PROVIDER_SPECS, type ProviderSpec } from './provider/call.ts';
export { listProviderCells } from './provider/list-cells.ts';
export { type ProviderOptions, runProvider } from './provider/run-provider.ts';
export { mockSetup } from './provider/setup/mock-setup.ts';
export type { Given, Setup, Situation } from './provider/setup/situation.ts';
export type { Report } from './report/report.ts';
export { type ListedCell, listCells } from './run/list-cells.ts';
export {
  CannotRunError,
  type ConformanceOptions,
  type StartedAdapter,
  type UpstreamForAdapter,
} from './run/options.ts';
export { runConformance } from './run/run-conformance.ts';
export { runWidgetConformance, type WidgetConformanceOptions } from './widget/run-widget.ts';
