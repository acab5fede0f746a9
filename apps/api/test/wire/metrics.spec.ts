import { people } from '../people.js';
import { Server } from '../server.js';
import { uploads, uploadsPicture } from '../uploading.js';

describe('metrics', () => {
  const read = async (server: Server, authorization?: string) => {
    const response = await fetch(`${server.url}/metrics`, {
      headers: authorization ? { authorization } : {},
    });
    return { status: response.status, headers: response.headers, text: await response.text() };
  };
  const valueOf = (text: string, series: string): number | undefined => {
    const line = text.split('\n').find((one) => one.startsWith(`${series} `));
    return line === undefined ? undefined : Number(line.slice(series.length));
  };

  it('count uploads and their bytes by kind, and say what is stored', async () => {
    const server = await Server.start();
    const { ada } = await people(server);
    expect(valueOf((await read(server)).text, 'parley_stored_bytes')).toBe(0);

    const picture = await uploadsPicture(ada);
    await uploads(ada, { name: 'a.txt', content: 'twelve bytes' });
    await uploads(ada, { name: 'b.txt', content: 'five!' });
    const { status, headers, text } = await read(server);

    expect(status).toBe(200);
    expect(headers.get('content-type')).toContain('text/plain');
    expect(valueOf(text, 'parley_uploads_total{kind="image"}')).toBe(1);
    expect(valueOf(text, 'parley_uploads_total{kind="file"}')).toBe(2);
    expect(valueOf(text, 'parley_upload_bytes_total{kind="image"}')).toBe(picture.size);
    expect(valueOf(text, 'parley_upload_bytes_total{kind="file"}')).toBe(17);
    expect(valueOf(text, 'parley_stored_bytes')).toBe(picture.size + 17);
    expect(valueOf(text, 'process_resident_memory_bytes')).toBeGreaterThan(0);
    expect(text).not.toContain('a.txt');
    await server.stop();
  });

  it('want their token when one is set; a session does not open them', async () => {
    const server = await Server.start({ METRICS_TOKEN: 'only-prometheus-knows' });
    const { ada } = await people(server);

    for (const wrong of [
      undefined,
      'Bearer only-prometheus-knew',
      `Bearer ${ada.token}`,
      'only-prometheus-knows',
    ]) {
      expect((await read(server, wrong)).status).toBe(401);
    }
    expect((await read(server, 'Bearer only-prometheus-knows')).status).toBe(200);
    await server.stop();
  });
});
