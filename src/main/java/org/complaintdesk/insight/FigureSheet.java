package org.complaintdesk.insight;

import java.util.List;

/**
 * How the complaints stand that somebody sees.
 *
 * @param at     when they were asked for, in words
 * @param urgent what needs somebody
 * @param stages open complaints by stage, in the order of the flow
 * @param today  what came and what was closed today
 * @param shops  the same by shop; empty unless several shops of the settings are seen
 */
record FigureSheet(String at, List<Figure> urgent, List<Figure> stages, List<Figure> today, List<OfShop> shops) {

    /** @param figures those of {@link #urgent}, then those of {@link #today} */
    record OfShop(String shop, List<Figure> figures) {
    }
}
