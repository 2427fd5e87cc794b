package org.complaintdesk.insight;

import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** How the desk stands right now: a page of our own, and the same figures for the page that Cockpit begins with. */
@Controller
@RequestMapping("/insight")
class InsightPages {

    private final Figures figures;

    InsightPages(Figures figures) {
        this.figures = figures;
    }

    @GetMapping
    String board(Model model) {
        model.addAttribute("sheet", figures.now());
        return "insight/board";
    }

    @GetMapping("/figures")
    ResponseEntity<FigureSheet> figures() {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(figures.now());
    }
}
