/** What a call gives, by its method and by its address as it is written there: `/campaigns/${id}/fit?today=${day}`. */

import type { Answers } from "./api.d.ts";

/** `/campaigns/{campaign_id}/fit` as `/campaigns/{}/fit`. */
type Emptied<Path extends string> = Path extends `${infer Before}{${string}}${infer After}`
  ? `${Before}{}${Emptied<After>}`
  : Path;

/** `/campaigns/${string}/fit?today=${string}` as `/campaigns/{}/fit`; the web app leaves "/api/v1" out. */
type Asked<Path extends string> = Path extends `/api/v1${infer Rest}`
  ? Asked<Rest>
  : Path extends `${infer Before}?${string}`
    ? Asked<Before>
    : Path extends `${infer First}/${infer Rest}`
      ? `${Part<First>}/${Asked<Rest>}`
      : Part<Path>;

/** A part that is filled in while the program runs, or one that is written out. */
type Part<Text extends string> = `${number}` extends Text ? "{}" : Text;

type Operations = {
  [
    Route in keyof Answers as Route extends `${infer Method} /api/v1${infer Path}`
      ? `${Method} ${Emptied<Path>}`
      : never
  ]: Answers[Route];
};

/** "GET /campaigns/{}/fit". */
type Operation = keyof Operations;

type Called<Method extends string, Path extends string> = `${Method} ${Asked<Path>}`;

/** What an operation answers where it succeeds. */
export type AnswerOf<Method extends string, Path extends string> =
  Called<Method, Path> extends infer Route extends Operation ? Operations[Route] : never;

/** The method itself where that address has it: the compiler refuses a call that no operation answers. */
export type Allowed<Method extends string, Path extends string> =
  Called<Method, Path> extends Operation ? Method : `nothing answers to ${Called<Method, Path>}`;
