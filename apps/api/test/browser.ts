import { routes, type LoginResult, type RouteArguments } from '@parley/shared-types';
import { fromAnswer, http, type Answer } from './rest.js';
import type { Server } from './server.js';

type Given = RouteArguments<(typeof routes)['login']>;

/** As much of a browser as signing in needs: it keeps cookies. */
export class Browser {
  readonly cookies = new Map<string, string>();

  constructor(private readonly server: Server) {}

  /** @throws Refusal */
  async signsIn(username: string, given: Omit<Given, 'username'> = {}): Promise<LoginResult> {
    const answer = await this.posts('/auth/login', { username, ...given });
    return fromAnswer(routes.login, answer, 'login') as LoginResult;
  }

  async posts(path: string, body: unknown): Promise<Answer> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await http(this.server.url, 'POST', path, { body, headers: { cookie } });
    for (const set of answer.headers.getSetCookie()) {
      const [name, value] = set.split(';')[0]!.split('=') as [string, string];
      if (value === '') this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    return answer;
  }
}
