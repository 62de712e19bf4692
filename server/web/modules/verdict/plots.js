// All plots of one creator.

import { commentSamplePlot } from "./comment_plot.js";
import { growthPlot } from "./growth_plot.js";
import { postPlots } from "./post_plots.js";
import { samplePlot } from "./sample_plot.js";
import { benchmarkPlot } from "./benchmark_plot.js";

/**
 * All plots that there is data for.
 * @param {import("api").CreatorAnswer} state
 * @param {import("api").AnalysisAnswer} analysis
 * @param {{ unread?: boolean }} [more] whether to say how missing samples are read; a report has no use for that
 */
export function plots(state, analysis, { unread = false } = {}) {
  return [
    ...postPlots(analysis),
    benchmarkPlot(analysis),
    samplePlot(analysis, unread),
    commentSamplePlot(analysis, unread),
    growthPlot(state.visits, state.history.growth),
  ];
}
