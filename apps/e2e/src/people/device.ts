import { expect, type Page } from '@playwright/test';

/** What the chat keeps on this device, as text by name: `me`, `room:ID`, `timeline:ID` … */
export const keptOnDevice = (page: Page): Promise<[name: string, text: string][]> =>
  page.evaluate(
    () =>
      new Promise<[string, string][]>((resolve, reject) => {
        const opening = indexedDB.open('parley-device');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const store = opening.result.transaction('kept').objectStore('kept');
          const names = store.getAllKeys();
          const values = store.getAll();
          values.onerror = () => reject(values.error);
          values.onsuccess = () => {
            opening.result.close();
            resolve(names.result.map((name, at) => [String(name), JSON.stringify(values.result[at])]));
          };
        };
      }),
  );

/** Waits until a message would be there without a network. */
export const isKept = (page: Page, body: string): Promise<void> =>
  expect
    .poll(async () => {
      const kept = await keptOnDevice(page);
      return kept.some(([name, text]) => name.startsWith('timeline:') && text.includes(body));
    })
    .toBe(true);
