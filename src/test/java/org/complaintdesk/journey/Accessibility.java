package org.complaintdesk.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.stream.Collectors;

/** What axe finds on a page: labels, names, order of headings, contrast, and much more. */
final class Accessibility {

    private Accessibility() {
    }

    static void isGood(Page page) {
        isGood(page, new AxeBuilder(page));
    }

    /** @param part of a page that is not all ours, by its selector */
    static void isGood(Page page, String part) {
        isGood(page, new AxeBuilder(page).include(part));
    }

    private static void isGood(Page page, AxeBuilder looked) {
        assertThat(looked.analyze().getViolations()).as(page.url())
                .extracting(rule -> rule.getId() + ": " + rule.getHelp() + " " + rule.getNodes().stream()
                        .map(node -> node.getHtml() + " " + node.getFailureSummary()).collect(Collectors.joining(" | ")))
                .isEmpty();
    }

    /** Nobody should have to move a page sideways to read it. */
    static void fits(Page page) {
        assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                .as("width of " + page.url()).isTrue();
    }
}
