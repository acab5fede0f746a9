import { useEffect, useRef, useState } from 'react';
import { startRecording, troubleOf, type Recording, type RecordingTrouble } from './recording';

const TICK_MS = 250;

/** A recording that begins with the component and ends with it. `seconds` is undefined until the microphone is there. */
export const useRecording = () => {
  const recording = useRef<Recording>(null);
  const [began, setBegan] = useState<number>();
  const [seconds, setSeconds] = useState<number>();
  const [trouble, setTrouble] = useState<RecordingTrouble>();

  useEffect(() => {
    let isWanted = true;
    startRecording().then(
      (started) => {
        if (!isWanted) return started.stop();
        recording.current = started;
        setBegan(performance.now());
        setSeconds(0);
      },
      (error: unknown) => isWanted && setTrouble(troubleOf(error)),
    );
    return () => {
      isWanted = false;
      recording.current?.stop();
    };
  }, []);

  useEffect(() => {
    if (began === undefined) return;
    const tick = () => setSeconds(Math.floor((performance.now() - began) / 1000));
    const timer = setInterval(tick, TICK_MS);
    return () => clearInterval(timer);
  }, [began]);

  return { seconds, trouble, finish: async () => (await recording.current?.finish()) ?? null };
};
