import "./Timer.css";

interface TimerProps {
  /** What to do now: "Hold", "Rest". */
  words: string;
  number: string;
  unit: string;
  /** Part of the time that is left, 0 to 1; null when nothing is timed. */
  fraction: number | null;
  /** Waiting rather than working. */
  calm?: boolean;
}

/** Digits that fit the ring at full size; a clock needs more. */
const SHORT = 3;
const RADIUS = 46;
const ROUND = 2 * Math.PI * RADIUS;

/**
 * One large number in a ring that empties. Not a live region: the player announces each step, and a screen reader that
 * read every second would drown it.
 */
export function Timer({ words, number, unit, fraction, calm }: TimerProps) {
  return (
    <div class={`timer${calm ? " calm" : ""}`}>
      <p class="timer-what">{words}</p>
      <div class="timer-face">
        <svg class="timer-ring" viewBox="0 0 100 100" aria-hidden="true" focusable="false">
          <circle class="timer-track" cx="50" cy="50" r={RADIUS} />
          {fraction !== null && (
            <circle class="timer-left" cx="50" cy="50" r={RADIUS} stroke-dasharray={`${fraction * ROUND} ${ROUND}`} />
          )}
        </svg>
        <p class="timer-words">
          <span class={number.length > SHORT ? "timer-number long" : "timer-number"}>{number}</span>
          <span class="timer-unit">{unit}</span>
        </p>
      </div>
    </div>
  );
}
