/** Two soft notes, made on the spot. Browsers allow sound only after the first touch of the page. */
let audio: AudioContext | null = null;

function note(context: AudioContext, frequency: number, after: number): void {
  const start = context.currentTime + after;
  const tone = context.createOscillator();
  const volume = context.createGain();
  tone.frequency.value = frequency;
  volume.gain.setValueAtTime(0, start);
  volume.gain.linearRampToValueAtTime(0.16, start + 0.02);
  volume.gain.exponentialRampToValueAtTime(0.001, start + 0.35);
  tone.connect(volume).connect(context.destination);
  tone.start(start);
  tone.stop(start + 0.4);
}

/** Rising for somebody new, higher still when the agent is asked, a single note for a word in one's own conversation. */
export function chime(kind: "arrival" | "offer" | "word"): void {
  audio ??= new AudioContext();
  const context = audio;
  void context.resume().then(() => {
    note(context, 587, 0);
    if (kind !== "word") note(context, 880, 0.16);
    if (kind === "offer") note(context, 1175, 0.32);
  });
}
