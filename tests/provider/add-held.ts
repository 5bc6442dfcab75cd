import { exceptedCells, type Report } from '@genvoris/conformance';
import { addToSummary } from '../conformance/summary.ts';

/** A provider's line for the end of `npm test`: of what is held, without what is listed as an exception. */
export function addHeld(report: Report): void {
  const { total, ran, conform } = report.total;
  const excepted = exceptedCells(report).length;
  addToSummary(report.name, { total: total - excepted, ran: ran - excepted, conform: conform - excepted });
}
