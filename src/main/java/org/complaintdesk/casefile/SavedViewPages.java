package org.complaintdesk.casefile;

import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.function.Supplier;
import org.complaintdesk.platform.InvalidInput;
import org.complaintdesk.platform.Wording;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Saves what a list shows, and forgets it again. What is kept is only what the list itself understands. */
@Controller
class SavedViewPages {

    private final SavedViews views;
    private final CaseListPages cases;
    private final ReviewPages reviews;
    private final Wording wording;

    SavedViewPages(SavedViews views, CaseListPages cases, ReviewPages reviews, Wording wording) {
        this.views = views;
        this.cases = cases;
        this.reviews = reviews;
        this.wording = wording;
    }

    @ModelAttribute("wording")
    Wording wording() {
        return wording;
    }

    @PostMapping("/cases/views")
    String saveCases(CaseListFilter filter, @RequestParam(defaultValue = "") String viewName,
                     @RequestParam(defaultValue = "false") boolean shared, Principal who, HttpServletResponse response, Model model) {
        return save(filter, viewName, shared, who, response, model, () -> cases.list(filter, 0, who, model));
    }

    @PostMapping("/reviews/views")
    String saveReviews(ReviewListFilter filter, @RequestParam(defaultValue = "") String viewName,
                       @RequestParam(defaultValue = "false") boolean shared, Principal who, HttpServletResponse response, Model model) {
        return save(filter, viewName, shared, who, response, model, () -> reviews.list(filter, 0, who, model));
    }

    @PostMapping("/{list:cases|reviews}/views/{id}/end")
    String forget(@PathVariable String list, @PathVariable long id, Principal who) {
        views.forget(id, who.getName());
        return "redirect:/" + list;
    }

    private String save(ListFilter filter, String name, boolean shared, Principal who, HttpServletResponse response, Model model,
                        Supplier<String> again) {
        try {
            views.save(filter, name, shared, who.getName());
            return "redirect:" + filter.address();
        } catch (InvalidInput refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("viewProblem", refused.getMessage());
            model.addAttribute("viewName", name);
            return again.get();
        }
    }
}
