/** Where a bucket is and who may use it: what `s3://key:secret@host/bucket?region=…&endpoint=…` says. */
export type S3Address = {
  endpoint: string;
  region: string;
  bucket: string;
  accessKeyId: string;
  secretAccessKey: string;
};

/** `endpoint` is for servers without https, or behind another address than the host says. Null for what is none. */
export function s3Address(url: string): S3Address | null {
  if (!url.startsWith('s3://') || !URL.canParse(url)) return null;
  const { host, username, password, pathname, searchParams } = new URL(url);
  const bucket = pathname.replace(/^\/|\/$/g, '');
  const endpoint = searchParams.get('endpoint') ?? `https://${host}`;
  if (!host || !username || !password || !bucket || bucket.includes('/') || !URL.canParse(endpoint))
    return null;
  return {
    endpoint,
    region: searchParams.get('region') ?? 'us-east-1',
    bucket,
    accessKeyId: decodeURIComponent(username),
    secretAccessKey: decodeURIComponent(password),
  };
}
