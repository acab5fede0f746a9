import { Transform, type TransformCallback } from 'node:stream';

/** Lets bytes pass and counts them; more than `most` is refused with what `tooMany` makes. */
export class Counted extends Transform {
  bytes = 0;

  constructor(
    private readonly most = Infinity,
    private readonly tooMany: () => Error = () => new Error('Too many bytes'),
  ) {
    super();
  }

  override _transform(chunk: Buffer, _: BufferEncoding, done: TransformCallback): void {
    this.bytes += chunk.length;
    if (this.bytes > this.most) done(this.tooMany());
    else done(null, chunk);
  }
}
