import type { components } from '@genvoris/contract/types/v1';
import type { Send } from '../send.ts';

type Schemas = components['schemas'];

/** Whom a session is for. */
export interface SessionMintParams {
  /** The customer's id or `externalId`. */
  customerId: string;
  /** Seconds the token is valid, brought into 60 to 3600. Default 900. */
  ttlSeconds?: number | undefined;
}
/** Which session to end. */
export interface SessionRevokeParams {
  /** The customer's id or `externalId`. */
  customerId: string;
  /** The `jti` claim of the token. */
  jti: string;
}
/** A session and its token, shown once. */
export type MintedSession = Schemas['Session'];
/** The session that was ended. */
export type RevokedSession = Schemas['SessionRevocation']['data'];

/** Short-lived tokens that charge a try-on to a customer. */
export class SessionsResource {
  readonly #send: Send;

  constructor(send: Send) {
    this.#send = send;
  }

  /** Mints a token for the widget. @see openapi/v1.yaml createSession */
  mint({ customerId, ttlSeconds }: SessionMintParams): Promise<MintedSession> {
    const body =
      ttlSeconds === undefined || Number.isNaN(ttlSeconds)
        ? {}
        : { body: { expires_in: clamped(ttlSeconds) } };
    return this.#send('createSession', { path: { id: customerId }, ...body });
  }

  /** Ends a session before it expires; doing so again answers the same. @see openapi/v1.yaml revokeSession */
  async revoke({ customerId, jti }: SessionRevokeParams): Promise<RevokedSession> {
    const answer = await this.#send<RevokedSession & Partial<Schemas['SessionRevocation']>>('revokeSession', {
      path: { id: customerId, jti },
    });
    return answer.data ?? answer;
  }
}

function clamped(seconds: number): number {
  return Math.trunc(Math.min(3600, Math.max(60, seconds)));
}
