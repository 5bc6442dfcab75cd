import { FAULT_NAMES, type FaultName } from '@genvoris/contract';
import { createMock, holdClosedPort, type Mock, UNRESOLVABLE_URL } from '@genvoris/mock';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { errorOf, everythingIn, openClient, WAYS } from './clients.ts';

const TIMED_OUT = { name: 'GenvorisTimeoutError', code: 'timeout', timeoutMs: 1_500 };

describe.each(WAYS)('a fault met by %s', (_, options) => {
  let mock: Mock;
  beforeAll(async () => {
    mock = await createMock();
    await mock.warmUp();
  });
  afterAll(() => mock.close());

  /** Every fault has a line: one that is added to the specs fails here until it is thought about. */
  const EXPECTED: Record<FaultName, object> = {
    refused: { name: 'GenvorisConnectionError', code: 'refused' },
    unresolvable: { name: 'GenvorisConnectionError', code: 'unresolvable' },
    reset_before_headers: { name: 'GenvorisConnectionError', code: 'reset' },
    reset_mid_body: { name: 'GenvorisConnectionError', code: 'reset' },
    stall_before_headers: { ...TIMED_OUT, phase: 'headers' },
    stall_mid_body: { ...TIMED_OUT, phase: 'body' },
    truncated: { name: 'GenvorisConnectionError', code: 'truncated' },
    not_json: { name: 'GenvorisContractError', code: 'contract_violation', path: '' },
    wrong_content_type: { name: 'GenvorisContractError', code: 'contract_violation', path: '' },
    empty: { name: 'GenvorisContractError', code: 'contract_violation', path: '' },
    html_500: { name: 'GenvorisApiError', code: 'unexpected_status', status: 500 },
    redirect: { name: 'GenvorisApiError', code: 'unexpected_status' },
    oversize: { name: 'GenvorisConnectionError', code: 'too_large' },
    slow_drip: { ...TIMED_OUT, phase: 'body' },
  };

  it.each(FAULT_NAMES)('%s is an error of its kind', async (fault) => {
    const closed = await holdClosedPort();
    onTestFinished(closed.release);
    // These two are of the address, not of an answer.
    const backend = { refused: closed.url, unresolvable: UNRESOLVABLE_URL }[fault as string] ?? mock.url;
    // Long where no time is to run out: a busy machine must not turn a reset into a timeout.
    const timeoutMs = 'phase' in EXPECTED[fault] ? 1_500 : 20_000;
    const error = await errorOf(
      openClient(mock.url, {
        ...options,
        apiKey: `gvk_test_fault_${fault}`,
        backendUrl: backend,
        timeoutMs,
        maxRetries: 0,
      }).status.get(),
    );
    expect(error).toMatchObject(EXPECTED[fault]);
    expect(everythingIn(error)).not.toContain('gvk_test_fault_');
  });
});
