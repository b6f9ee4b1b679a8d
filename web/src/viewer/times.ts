/** 125 seconds as 2:05. */
export function clockOf(seconds: number): string {
  const whole = Math.floor(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}

/** 2:05 (or 1:02:05, or 125) as seconds; undefined where it is no time. */
export function secondsOf(text: string | undefined): number | undefined {
  if (!text || !/^\d+(:[0-5]?\d){0,2}(\.\d+)?$/.test(text)) return undefined;
  return text.split(':').reduce((sum, part) => sum * 60 + Number(part), 0);
}
