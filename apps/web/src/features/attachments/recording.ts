/** What browsers record, best first, with the ending of its name. */
const FORMATS = [
  ['audio/webm;codecs=opus', 'webm'],
  ['audio/mp4', 'm4a'],
  ['audio/ogg;codecs=opus', 'ogg'],
] as const;
/** Speech is clear at this, in bits per second; an hour is 14 MB. */
const BITS_PER_SECOND = 32_000;

export type RecordingTrouble = 'denied' | 'missing' | 'unsupported';

export interface Recording {
  /** Ends it and answers what was said; null when that is nothing. */
  finish: () => Promise<{ blob: Blob; ending: string } | null>;
  /** Ends it, whether it is finished or not. */
  stop: () => void;
}

/** Why a recording did not begin. */
export const troubleOf = (error: unknown): RecordingTrouble => {
  const name = error instanceof DOMException ? error.name : '';
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'denied';
  return name === 'NotFoundError' || name === 'NotReadableError' ? 'missing' : 'unsupported';
};

/** Begins to record what is said. @throws what `troubleOf` explains */
export const startRecording = async (): Promise<Recording> => {
  const format = FORMATS.find(([type]) => MediaRecorder.isTypeSupported(type));
  if (!format) throw new Error('This browser records nothing that others play.');
  const [mimeType, ending] = format;
  // Insecure addresses have no media devices.
  const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
  const recorder = new MediaRecorder(stream, { mimeType, audioBitsPerSecond: BITS_PER_SECOND });
  const parts: Blob[] = [];
  recorder.ondataavailable = ({ data }) => void parts.push(data);
  const ended = new Promise<void>((resolve) => (recorder.onstop = () => resolve()));
  recorder.start();
  const stop = () => {
    if (recorder.state !== 'inactive') recorder.stop();
    for (const track of stream.getTracks()) track.stop();
  };
  return {
    stop,
    finish: async () => {
      stop();
      await ended;
      const [type] = mimeType.split(';');
      const blob = new Blob(parts, { type });
      return blob.size > 0 ? { blob, ending } : null;
    },
  };
};
