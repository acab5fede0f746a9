import { expect, type Browser, type BrowserContext, type Page } from '@playwright/test';
import { Account } from './account.js';
import { Complaints } from './complaints.js';
import { quoted } from './quoted.js';
import { Screen } from './screen.js';

/** What a browser says of its own accord when the network is gone or a server is down. */
export const NETWORK_TROUBLE = /net::ERR_|WebSocket connection to|status of 50[0-9]/;

/** Somebody at a browser of their own, and what people do there. */
export class Person {
  readonly screen: Screen;
  #account: Account | undefined;

  constructor(
    readonly username: string,
    readonly url: string,
    readonly context: BrowserContext,
    readonly page: Page,
    readonly complaints: Complaints,
  ) {
    this.screen = new Screen(page);
  }

  static async arrives(browser: Browser, username: string, url: string): Promise<Person> {
    const context = await browser.newContext({ baseURL: url });
    const complaints = new Complaints(context);
    return new Person(username, url, context, await context.newPage(), complaints);
  }

  /** @throws when the browser complained of something that no test expected */
  async leaves(): Promise<void> {
    const { unexpected } = this.complaints;
    await this.context.close();
    expect(unexpected, `what ${this.username}'s browser complained of`).toEqual([]);
  }

  /** The same account over REST; made when it is asked for first. */
  async account(): Promise<Account> {
    this.#account ??= await Account.of(this.url, this.username);
    return this.#account;
  }

  /** Through the page, as everybody does. */
  async signsIn(): Promise<void> {
    await this.page.goto('/');
    await this.screen.username.fill(this.username);
    await this.screen.continue.click();
    await expect(this.screen.ownStatus).toContainText('Online');
  }

  /** As far as the form allows: what a protected name asks for comes next. */
  async saysWho(): Promise<void> {
    await this.page.goto('/login');
    await this.screen.username.fill(this.username);
    await this.screen.continue.click();
  }

  /** With a session from elsewhere, for tests that are not about signing in. */
  async isSignedIn(): Promise<Account> {
    const account = await this.account();
    await this.context.addCookies([
      { name: 'session', value: account.token, url: this.url, httpOnly: true, sameSite: 'Lax' },
    ]);
    return account;
  }

  /** Opens a room by its address, and waits until the page is live. */
  async visits(room: { id: string }, query = ''): Promise<void> {
    await this.reads(room, query);
    await expect(this.screen.ownStatus).toContainText('Online');
  }

  /** Opens a room by its address; what is there is what the server sent. */
  async reads(room: { id: string }, query = ''): Promise<void> {
    await this.page.goto(`/rooms/${room.id}${query}`);
    await expect(this.screen.log).toBeVisible();
  }

  /** Opens a room or a person by its link in the list. */
  async opens(name: string): Promise<void> {
    await this.screen.roomLink(name).click();
    await expect(this.screen.heading).toContainText(name);
  }

  /** Finds a person by name and opens the conversation with them. */
  async finds(other: Person): Promise<void> {
    await this.screen.newConversation.click();
    await this.screen.findPeople.fill(other.username);
    await this.screen.personFound(other.username).click();
    await expect(this.screen.heading).toContainText(other.username);
  }

  async makesAGroup(name: string, ...others: Person[]): Promise<void> {
    await this.screen.newConversation.click();
    for (const { username } of others) {
      await this.screen.findPeople.fill(username);
      await this.screen.addToGroup(username).click();
    }
    await this.screen.dialog.getByRole('textbox', { name: /name/i }).fill(name);
    await this.screen.dialog.getByRole('button', { name: /create/i }).click();
  }

  async makesAChannel(name: string): Promise<void> {
    await this.screen.newConversation.click();
    await this.screen.dialog.getByRole('tab', { name: /create|new/i }).click();
    await this.screen.dialog.getByRole('textbox', { name: /name/i }).fill(name);
    await this.screen.dialog.getByRole('button', { name: /create/i }).click();
    await expect(this.screen.heading).toContainText(name);
  }

  async joinsChannel(name: string): Promise<void> {
    await this.screen.newConversation.click();
    await this.screen.dialog.getByRole('tab', { name: /channels/i }).click();
    await this.screen.dialog.getByRole('textbox').fill(name);
    await this.screen.dialog.getByRole('button', { name: `Join ${name}` }).click();
    await expect(this.screen.heading).toContainText(name);
  }

  /** From the members panel. */
  async invites(other: Person): Promise<void> {
    const { membersPanel } = this.screen;
    await membersPanel.getByRole('button', { name: /invite/i }).click();
    await membersPanel.getByRole('textbox').fill(other.username);
    await membersPanel.getByRole('button', { name: quoted(other.username) }).click();
    await membersPanel.getByRole('button', { name: 'Done' }).click();
  }

  async says(body: string): Promise<void> {
    await this.screen.composer.fill(body);
    await this.screen.composer.press('Enter');
    await expect(this.screen.composer).toHaveValue('');
    await expect(this.screen.message(body)).toBeVisible();
  }

  /** Exactly once. */
  async hears(body: string): Promise<void> {
    await expect(this.screen.message(body)).toBeVisible();
    await expect(this.screen.message(body)).toHaveCount(1);
  }

  async jumpsToLatest(): Promise<void> {
    await this.screen.jump.click();
  }

  async reloads(): Promise<void> {
    await this.page.reload();
  }

  async goesOffline(): Promise<void> {
    this.complaints.expect(NETWORK_TROUBLE);
    await this.context.setOffline(true);
  }

  async comesBackOnline(): Promise<void> {
    await this.context.setOffline(false);
  }

  async opensTheAccountMenu(): Promise<void> {
    await this.screen.account.click();
    await expect(this.screen.menu).toBeVisible();
  }

  async opensTheMembers(): Promise<void> {
    await this.screen.members.click();
    await expect(this.screen.membersPanel.getByText(this.username)).toBeVisible();
  }

  async signsOut(): Promise<void> {
    await this.opensTheAccountMenu();
    await this.screen.menuItem('Sign out').click();
    await expect(this.page).toHaveURL(/\/login/);
  }
}
