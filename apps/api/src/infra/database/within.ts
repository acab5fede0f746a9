/** What a promise settles with. @throws when it takes longer; what it asked for goes on all the same */
export async function within<T>(ms: number, promise: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout;
  const isLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`No answer within ${ms} ms`)), ms);
  });
  return Promise.race([promise, isLate]).finally(() => clearTimeout(timer));
}
