import type { CustomerStatus } from '../../storage/schema.ts';

export type SeededPlan = 'style-club' | 'occasional' | 'purchase-unlock-5' | 'summer-trial';

export const PLANS: readonly {
  readonly externalId: SeededPlan;
  readonly name: string;
  readonly monthlyTryOns: number;
  readonly active: boolean;
}[] = [
  { externalId: 'style-club', name: 'Style club', monthlyTryOns: 100, active: true },
  { externalId: 'purchase-unlock-5', name: 'Five try-ons per order', monthlyTryOns: 5, active: true },
  { externalId: 'occasional', name: 'Occasional', monthlyTryOns: 20, active: true },
  { externalId: 'summer-trial', name: 'Summer trial', monthlyTryOns: 10, active: false },
];

export interface SeededShopper {
  readonly externalId: string;
  readonly email: string | null;
  readonly plan: SeededPlan | null;
  /** How many days ago the shop first told of them. */
  readonly joined: number;
  /** How much of the shoppers' try-ons are theirs. */
  readonly weight: number;
  /** What they are by now. */
  readonly status: CustomerStatus;
  /** Try-ons an order granted them as they came. */
  readonly granted: number;
}

const FIRST_DAY = 70;

const club = 'style-club';
const few = 'purchase-unlock-5';
const some = 'occasional';
const trial = 'summer-trial';

type Line = readonly [id: string, email: string, plan: SeededPlan | null, joined: number, weight: number];

const LINES: readonly Line[] = [
  ['wp_42', 'ana.lima@mail.example', club, FIRST_DAY, 9],
  ['woocommerce_7', 'b.okafor@post.example', few, FIRST_DAY, 3],
  ['shopify_1001', '', null, FIRST_DAY, 1],
  ['laravel_3', 'chiara@studio.example', club, FIRST_DAY, 7],
  ['external_guest-list', '', few, FIRST_DAY, 2],
  ['shopper-1009', 'desk@boutique.example', some, FIRST_DAY, 2],
  ['shopify_1044', 'david.novak@mail.example', club, 68, 12],
  ['shopify_1050', 'elif.kaya@mail.example', some, 66, 6],
  ['woocommerce_12', 'f.marchetti@post.example', club, 65, 8],
  ['wp_57', 'greta@atelier.example', some, 63, 3],
  ['shopify_1102', 'hugo.bernard@mail.example', some, 58, 7],
  ['woocommerce_31', 'ines.garcia@post.example', some, 56, 6],
  ['laravel_18', 'jonas@studio.example', few, 55, 2],
  ['external_c0ffee', 'kiosk@mall.example', club, 54, 5],
  ['shopify_1177', 'lena.fischer@mail.example', few, 49, 4],
  ['shopify_1190', '', trial, 48, 2],
  ['woocommerce_44', 'm.haddad@post.example', trial, 46, 3],
  ['wp_103', 'noor@atelier.example', club, 44, 4],
  ['shopify_1213', 'olu.adeyemi@mail.example', some, 41, 5],
  ['woocommerce_58', 'petra.h@post.example', few, 40, 3],
  ['laravel_27', 'quentin@studio.example', some, 38, 3],
  ['shopify_1260', 'rosa.silva@mail.example', club, 34, 9],
  ['wp_118', '', few, 33, 2],
  ['woocommerce_73', 'sven.l@post.example', some, 31, 5],
  ['external_9f2b', 'tablet-2@mall.example', some, 29, 3],
  ['shopify_1302', 'uma.patel@mail.example', some, 24, 6],
  ['woocommerce_81', 'valerie.d@post.example', club, 22, 7],
  ['shopify_1331', 'wen.zhang@mail.example', few, 19, 3],
  ['wp_131', 'ximena@atelier.example', few, 15, 3],
  ['shopify_1340', 'yusuf.demir@mail.example', some, 12, 6],
  ['woocommerce_95', 'zoe.k@post.example', few, 9, 3],
  ['laravel_33', 'aino@studio.example', few, 7, 3],
  ['shopify_1366', 'bruno.costa@mail.example', some, 4, 5],
  ['wp_140', 'carmen@atelier.example', null, 2, 2],
];

const STATUSES: Readonly<Record<string, CustomerStatus>> = {
  shopify_1190: 'CANCELLED',
  woocommerce_44: 'PAUSED',
  laravel_18: 'PAUSED',
};
const GRANTED: Readonly<Record<string, number>> = {
  shopify_1001: 5,
  woocommerce_7: 10,
  shopify_1331: 3,
  wp_118: 5,
  woocommerce_95: 2,
};

/** Shoppers of every platform prefix, and one whose id has none. */
export const SHOPPERS: readonly SeededShopper[] = LINES.map(([externalId, email, plan, joined, weight]) => ({
  externalId,
  email: email === '' ? null : email,
  plan,
  joined,
  weight,
  status: STATUSES[externalId] ?? 'ACTIVE',
  granted: GRANTED[externalId] ?? 0,
}));
