package org.complaintdesk.insight;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** What our plugins in Cockpit show. Everything is read, in the words of the installation's language. */
@RestController
@RequestMapping("/insight")
class CockpitPages {

    private final SeenCases seen;
    private final CaseSheets cases;
    private final Paths paths;
    private final FinishedCases finished;
    private final Stays stays;

    CockpitPages(SeenCases seen, CaseSheets cases, Paths paths, FinishedCases finished, Stays stays) {
        this.seen = seen;
        this.cases = cases;
        this.paths = paths;
        this.finished = finished;
        this.stays = stays;
    }

    /** The case an instance belongs to; 404 when it belongs to none. */
    @GetMapping("/instances/{id}/case")
    CaseSheet caseOf(@PathVariable String id) {
        return caseFile(seen.instance(id).caseNumber());
    }

    @GetMapping("/instances/{id}/path")
    PathSheet path(@PathVariable String id) {
        return paths.of(seen.instance(id));
    }

    @GetMapping("/cases/{number}")
    CaseSheet caseFile(@PathVariable String number) {
        seen.check(number);
        return cases.of(number).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    @GetMapping("/finished")
    FinishedPage finished(FinishedQuery query) {
        return finished.find(query);
    }

    @GetMapping("/stays")
    StaySheet stays(@RequestParam(defaultValue = "") String process, @RequestParam(defaultValue = "30") int days) {
        return stays.of(process, days);
    }

    @GetMapping("/stays/{process}/{step}")
    List<StaySheet.Standing> standing(@PathVariable String process, @PathVariable String step) {
        return stays.standing(process, step);
    }
}
