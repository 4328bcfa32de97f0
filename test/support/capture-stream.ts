import { Writable } from 'node:stream';

/** A stream that keeps what is written to it. */
export class CaptureStream extends Writable {
  text = '';

  override _write(block: Buffer, _encoding: string, done: () => void): void {
    this.text += block.toString();
    done();
  }
}
