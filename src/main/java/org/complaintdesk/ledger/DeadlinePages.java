package org.complaintdesk.ledger;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.complaintdesk.deadline.ClockName;
import org.complaintdesk.identity.Shops;
import org.complaintdesk.platform.Wording;
import org.complaintdesk.policy.Severity;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** All clocks of all cases for supervisors and managers: what is due, overdue, missed, paused, and what came late. */
@Controller
@RequestMapping("/deadlines")
class DeadlinePages {

    private static final int PAGE = 50;
    private static final int LAST_PAGE = Board.MOST / PAGE;

    private final Board board;
    private final LateList late;
    private final BoardFile file;
    private final HolidaySheets holidays;
    private final Shops shops;
    private final Wording wording;

    DeadlinePages(Board board, LateList late, BoardFile file, HolidaySheets holidays, Shops shops, Wording wording) {
        this.board = board;
        this.late = late;
        this.file = file;
        this.holidays = holidays;
        this.shops = shops;
        this.wording = wording;
    }

    @ModelAttribute("wording")
    Wording wording() {
        return wording;
    }

    @GetMapping
    String list(BoardFilter filter, @RequestParam(defaultValue = "0") int page, Model model) {
        model.addAttribute("filter", filter);
        Map<BoardTab, Long> counts = board.counts(filter);
        model.addAttribute("tabs", counts);
        model.addAttribute("most", Board.MOST);
        model.addAttribute("found", board.page(filter, counts.get(filter.tab()), Math.max(0, Math.min(page, LAST_PAGE)), PAGE));
        model.addAttribute("outages", filter.tab() == BoardTab.LATE_ALARMS ? late.outages() : null);
        model.addAttribute("clocks", ClockName.values());
        model.addAttribute("severities", Severity.values());
        model.addAttribute("shops", shops.configured().stream().filter(shops.seenNow()::includes).toList());
        model.addAttribute("missingYear", holidays.missingNow().orElse(null));
        return "deadlines/board";
    }

    @GetMapping("/clocks.csv")
    void download(BoardFilter filter, HttpServletResponse response) throws IOException {
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename("clocks.csv").build().toString());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        file.write(filter, response.getOutputStream());
    }
}
