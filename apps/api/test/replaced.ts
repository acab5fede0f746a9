/** Runs `during` while a method of the server's is another one: how a failure inside is brought about. */
export async function replaced<Target extends object, Key extends keyof Target>(
  target: Target,
  key: Key,
  fake: Target[Key],
  during: () => Promise<void>,
): Promise<void> {
  const own = Object.getOwnPropertyDescriptor(target, key);
  target[key] = fake;
  try {
    await during();
  } finally {
    if (own) Object.defineProperty(target, key, own);
    else delete target[key];
  }
}
