/** What proves who calls, or how to come by it. */
export type Token = string | (() => string | Promise<string>);

export const tokenOf = async (token: Token | undefined): Promise<string | undefined> =>
  typeof token === 'function' ? token() : token;
