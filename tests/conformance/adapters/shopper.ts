/** The test shops' own sign-in: the cookie is the user's id. */
export function shopperOf(cookieHeader: string | undefined): { id: string } | null {
  const id = /(?:^|;\s*)shop_session=([^;]+)/.exec(cookieHeader ?? '')?.[1];
  return id === undefined ? null : { id };
}
