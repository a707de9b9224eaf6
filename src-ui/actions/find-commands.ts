// Which commands a few typed letters mean, best first.
import type { Command } from './command.ts';

const most = 50;

/** Every typed word must begin a word of the title or group, or stand somewhere in it; beginnings come first. */
export function findCommands(commands: readonly Command[], typed: string): readonly Command[] {
  const words = typed.trim().toLowerCase().split(/\s+/).filter(Boolean);
  return commands
    .map((command) => ({ command, score: scoreOf(command, words) }))
    .filter((found) => found.score > 0)
    .sort((one, other) => other.score - one.score)
    .slice(0, most)
    .map((found) => found.command);
}

/** Zero when a word is missing; what cannot be done now comes after what can. */
function scoreOf(command: Command, words: readonly string[]): number {
  const text = `${command.title} ${command.group ?? ''}`.toLowerCase();
  // What was looked up elsewhere fits already, whether its title shows the letters or not.
  if (command.isFound) return 1;
  let score = command.disabledReason === undefined ? 1 : 0.5;
  for (const word of words) {
    if (text.startsWith(word)) score += 3;
    else if (text.includes(` ${word}`)) score += 2;
    else if (!text.includes(word)) return 0;
  }
  return score;
}
