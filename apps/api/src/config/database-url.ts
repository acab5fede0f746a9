/** The databases that Parley runs on, as TypeORM names them; `mysql` is MariaDB too. */
export type Engine = 'sqlite' | 'postgres' | 'mysql';

const SCHEMES: Record<string, Engine> = {
  'sqlite:': 'sqlite',
  'postgres:': 'postgres',
  'postgresql:': 'postgres',
  'mysql:': 'mysql',
  'mariadb:': 'mysql',
};

const schemeOf = (url: string): string => url.slice(0, url.indexOf(':') + 1);

export const isDatabaseUrl = (url: string): boolean => schemeOf(url) in SCHEMES;

/** @param url one that `isDatabaseUrl` */
export const engineOf = (url: string): Engine => SCHEMES[schemeOf(url)]!;

/** Where a database is, for people and logs: never its password. */
export function placeOf(url: string): string {
  if (engineOf(url) === 'sqlite') return url.slice('sqlite:'.length);
  const { protocol, host, pathname } = new URL(url);
  return `${protocol}//${host}${pathname}`;
}
