export { CannotRunError } from './core/cells/errors.ts';
export type { StorefrontOperationId } from './core/contract/storefront.ts';
export type { ListedCell } from './core/report/listing.ts';
export { exceptedCells } from './core/report/print-exceptions.ts';
export type { Report } from './core/report/report.ts';
export type {
  Allowances,
  ConformanceOptions,
  StartedAdapter,
  UpstreamForAdapter,
} from './subjects/adapter/harness/options.ts';
export { listCells, runConformance } from './subjects/adapter/run-conformance.ts';
export { PROVIDER_SPECS, type ProviderSpec } from './subjects/provider/calls/call.ts';
export { listProviderCells } from './subjects/provider/matrix.ts';
export { type ProviderOptions, runProvider } from './subjects/provider/run-provider.ts';
export { mockSetup } from './subjects/provider/states/mock-setup.ts';
export type {
  Given,
  ProviderState,
  Setup,
  Situation,
  StateHandler,
  StateParams,
} from './subjects/provider/states/provider-state.ts';
export { type Chromium, findChromium } from './subjects/widget/chromium.ts';
export { runWidgetConformance, type WidgetConformanceOptions } from './subjects/widget/run-widget.ts';
