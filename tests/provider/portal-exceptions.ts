const ONE_PROCESS = 'Backend and portal are one process: nothing is refused between them.';
const SAYS_ITSELF =
  'The portal answers 200 with access EXHAUSTED, ERROR or LOCKED; it has no backend behind status.';
const NO_BROWSER = 'The portal is called from server to server and does not look at origins here.';

/** Documented answers that this portal never gives, and why. */
export const PORTAL_UNREACHABLE: Readonly<Record<string, string>> = {
  'getStatus/answer/402/quota_exhausted': SAYS_ITSELF,
  'getStatus/answer/502/upstream_unreachable': SAYS_ITSELF,
  'getStatus/answer/403/cross_origin': NO_BROWSER,
  'analyzePhoto/answer/403/cross_origin': NO_BROWSER,
  'generateTryon/answer/403/cross_origin':
    'An origin that the key does not allow is domain_not_allowed, as track says it.',
  'analyzePhoto/answer/502/upstream_unreachable': 'A photo is checked in the process itself.',
  'generateTryon/answer/401/unauthorized': ONE_PROCESS,
  'generateTryon/answer/401/invalid_key': ONE_PROCESS,
  'generateTryon/answer/402/quota_exhausted': 'An empty pool is credit_limit_reached, as track says it.',
  'exchangeConnectCode/answer/200/connected_without_external_id': 'Every store has an externalId.',
  'getJwks/answer/200/one_key': 'The next key is always published beside the one that signs.',
};
