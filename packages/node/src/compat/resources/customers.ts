import type { components } from '@genvoris/contract/types/v1';
import type { Send } from '../send.ts';

type Schemas = components['schemas'];

/** A customer to create, or to update where `externalId` exists. */
export interface CustomerCreateParams
  extends Omit<Schemas['UpsertCustomerRequest'], 'metadata' | 'resetPeriod'> {
  /** Scalars by name; null clears them. */
  metadata?: Readonly<Record<string, unknown>> | null | undefined;
  /** Whether a new period with nothing used begins now. */
  resetPeriod?: boolean | undefined;
}
/** The fields of a customer to change. */
export type CustomerUpdateParams = Omit<CustomerCreateParams, 'externalId'>;
/** Which customers to list. */
export interface CustomerListParams {
  status?: Schemas['CustomerStatus'] | undefined;
  /** Exactly this one. */
  externalId?: string | undefined;
  /** 1 to 200. Default 50. */
  limit?: number | undefined;
  /** `next_cursor` of the page before. */
  cursor?: string | undefined;
}
/** A customer, as the portal answers it. */
export type Customer = Schemas['Customer'];
/** One page of customers. */
export type CustomerList = Schemas['CustomerList'];
/** What a customer has used and has left, under `data`. */
export type CustomerUsage = Schemas['CustomerUsageResponse'];
/** A session by id and times (ISO 8601 UTC), without its token. */
export type CustomerSession = Schemas['SessionSummary'];
/** One page of sessions. */
export type CustomerSessionList = Schemas['SessionList'];

/** The store's shoppers. */
export class CustomersResource {
  readonly #send: Send;

  constructor(send: Send) {
    this.#send = send;
  }

  /** Creates a customer, or updates the one with this `externalId`. @see openapi/v1.yaml upsertCustomer */
  create(params: CustomerCreateParams): Promise<Customer> {
    return this.#send('upsertCustomer', { body: params });
  }

  /** Reads a customer by id or `externalId`. @see openapi/v1.yaml getCustomer */
  retrieve(id: string): Promise<Customer> {
    return this.#send('getCustomer', { path: { id } });
  }

  /** Changes the fields given. @see openapi/v1.yaml updateCustomer */
  update(id: string, params: CustomerUpdateParams): Promise<Customer> {
    return this.#send('updateCustomer', { path: { id }, body: params });
  }

  /** Lists customers, newest first. @see openapi/v1.yaml listCustomers */
  list(params: CustomerListParams = {}): Promise<CustomerList> {
    return this.#send('listCustomers', { query: params });
  }

  /** Cancels a customer; the record is kept. @see openapi/v1.yaml cancelCustomer */
  cancel(id: string): Promise<void> {
    return this.#send('cancelCustomer', { path: { id } });
  }

  /** Reads what a customer has used and has left. @see openapi/v1.yaml getCustomerUsage */
  usage(id: string): Promise<CustomerUsage> {
    return this.#send('getCustomerUsage', { path: { id } });
  }

  /** Lists a customer's sessions by id and times; tokens are never listed. @see openapi/v1.yaml listSessions */
  sessions(id: string): Promise<CustomerSessionList> {
    return this.#send('listSessions', { path: { id } });
  }
}
