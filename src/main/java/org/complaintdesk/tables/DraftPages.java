package org.complaintdesk.tables;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.complaintdesk.identity.Staff;
import org.complaintdesk.platform.CleanText;
import org.complaintdesk.platform.Wording;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.HandlerMapping;

/** A supervisor's draft of a table: changed row by row, checked at each step, tried on cases, published. */
@Controller
@RequestMapping("/policy/tables/{table}/draft")
class DraftPages {

    private static final List<Integer> HOW_MANY = List.of(50, 200);

    private final Tables tables;
    private final TableEditing editing;
    private final Grid grid;
    private final RowForm form;
    private final TrialForm trialForm;
    private final Trial trial;
    private final Editors editors;
    private final Staff staff;
    private final Wording wording;

    DraftPages(Tables tables, TableEditing editing, Grid grid, RowForm form, TrialForm trialForm, Trial trial, Editors editors,
            Staff staff, Wording wording) {
        this.tables = tables;
        this.editing = editing;
        this.grid = grid;
        this.form = form;
        this.trialForm = trialForm;
        this.trial = trial;
        this.editors = editors;
        this.staff = staff;
        this.wording = wording;
    }

    /** What a draft would change about one case. */
    record Differing(String number, String page, String facts, List<String> before, List<String> after) {
    }

    /** There is no draft of this person, most likely because it was published or discarded in another window. */
    private static class NoDraft extends RuntimeException {
    }

    @ModelAttribute("wording")
    Wording wording() {
        return wording;
    }

    @ExceptionHandler(NoDraft.class)
    String gone(HttpServletRequest request) {
        return "redirect:/policy/tables/" + table(request) + "?gone";
    }

    private static String table(HttpServletRequest request) {
        return (String) ((Map<?, ?>) request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE)).get("table");
    }

    @GetMapping
    String show(@PathVariable String table, @RequestParam(required = false) String edit, Model model) {
        Draft draft = draft(table);
        Sheet sheet = editing.sheet(draft);
        List<Finding> findings = head(draft, sheet, model);
        model.addAttribute("rows", grid.rows(sheet, Comparison.of(tables.sheet(table, draft.base()), sheet), findings));
        sheet.rule(edit == null ? "" : edit).ifPresent(rule -> model.addAttribute("edited", form.of(sheet, rule)));
        return "policy/table-draft";
    }

    /** @return what the checks say */
    private List<Finding> head(Draft draft, Sheet sheet, Model model) {
        List<Finding> findings = editing.findings(draft);
        boolean stale = editing.isStale(draft);
        model.addAttribute("sheet", sheet);
        model.addAttribute("draft", draft);
        model.addAttribute("findings", findings);
        model.addAttribute("refused", findings.stream().filter(Finding::refused).count());
        model.addAttribute("unchanged", editing.isUnchanged(draft));
        model.addAttribute("stale", stale);
        if (stale) {
            boolean outgrown = editing.isOutgrown(draft);
            Version newer = tables.versions(draft.table()).get(0);
            model.addAttribute("outgrown", outgrown);
            model.addAttribute("overtaken", wording.text(outgrown ? "tables.stale.other-columns" : "tables.stale",
                    newer.who() == null ? wording.text("tables.the-software") : staff.displayName(newer.who()),
                    wording.moment(newer.at()), newer.number()));
        }
        return findings;
    }

    @PostMapping("/rows/{rule}")
    String save(@PathVariable String table, @PathVariable String rule, @RequestParam int revision, @RequestParam MultiValueMap<String, String> typed) {
        Draft draft = draft(table);
        Sheet sheet = editing.sheet(draft);
        int place = place(sheet, rule);
        Rule read = form.read(sheet, rule, typed);
        editing.change(draft, revision, rules -> {
            rules.set(place, read);
            return rules;
        });
        boolean wrong = editing.findings(draft(table)).stream().anyMatch(finding -> finding.refused() && rule.equals(finding.rule()));
        return back(table, (wrong ? "?edit=" : "?saved=") + rule + (wrong ? "#edit" : "#" + rule));
    }

    /** One step with a row: exactly one of the parameters names it. */
    @PostMapping("/rows")
    String move(@PathVariable String table, @RequestParam int revision, @RequestParam(required = false) String up,
            @RequestParam(required = false) String down, @RequestParam(required = false) String copy,
            @RequestParam(required = false) String add, @RequestParam(required = false) String remove) {
        Draft draft = draft(table);
        Sheet sheet = editing.sheet(draft);
        if (up != null || down != null) {
            String moved = up != null ? up : down;
            int from = place(sheet, moved);
            int to = Math.max(0, Math.min(sheet.rules().size() - 1, from + (up != null ? -1 : 1)));
            return done(draft, revision, moved, rules -> {
                Collections.swap(rules, from, to);
                return rules;
            });
        }
        if (copy != null) {
            String id = TableEditing.newId();
            int from = place(sheet, copy);
            return added(draft, revision, id, from + 1, sheet.rules().get(from).called(id));
        }
        if (add != null) {
            String id = TableEditing.newId();
            return added(draft, revision, id, place(sheet, add), blank(sheet, id));
        }
        int gone = place(sheet, remove == null ? "" : remove);
        return done(draft, revision, sheet.rules().get(Math.max(0, gone - 1)).id(), rules -> {
            rules.remove(gone);
            return rules;
        });
    }

    private static Rule blank(Sheet sheet, String id) {
        return new Rule(id, "", Collections.nCopies(sheet.inputs().size(), ""), Collections.nCopies(sheet.outputs().size(), ""));
    }

    private String added(Draft draft, int revision, String id, int place, Rule rule) {
        if (draft.rules().size() >= TableChecks.MOST_ROWS) {
            return back(draft.table(), "?full");
        }
        editing.change(draft, revision, rules -> {
            rules.add(place, rule);
            return rules;
        });
        return back(draft.table(), "?edit=" + id + "#edit");
    }

    private String done(Draft draft, int revision, String at, UnaryOperator<List<Rule>> change) {
        editing.change(draft, revision, change);
        return back(draft.table(), "?saved=" + at + "#" + at);
    }

    @ExceptionHandler(TableEditing.Overtaken.class)
    String overtaken(HttpServletRequest request) {
        return back(table(request), "?overtaken");
    }

    /** It can only be looked at or discarded: the page says so. */
    @ExceptionHandler(TableEditing.NotFit.class)
    String notFit(HttpServletRequest request) {
        return back(table(request), "");
    }

    @PostMapping("/update")
    String bringUpToDate(@PathVariable String table, @RequestParam int revision) {
        List<String> clashes = editing.bringUpToDate(draft(table), revision);
        return back(table, clashes.isEmpty() ? "?updated" : "?clashes=" + String.join(",", clashes));
    }

    @PostMapping("/discard")
    String discard(@PathVariable String table) {
        editing.discard(known(table), editors.whoChanges());
        return "redirect:/policy/tables/" + table + "?discarded";
    }

    @GetMapping("/trial")
    String trial(@PathVariable String table, @RequestParam(required = false) Integer cases, Model model) {
        Draft draft = draft(table);
        Sheet sheet = editing.sheet(draft);
        boolean possible = trialHead(draft, sheet, new LinkedMultiValueMap<>(), model);
        if (cases != null && possible) {
            tryOnCases(draft, sheet, HOW_MANY.contains(cases) ? cases : HOW_MANY.get(0), model);
        }
        return "policy/table-trial";
    }

    /** Posted because a text may be long; it changes nothing. */
    @PostMapping("/trial")
    String trial(@PathVariable String table, @RequestParam MultiValueMap<String, String> typed, Model model) {
        Draft draft = draft(table);
        Sheet sheet = editing.sheet(draft);
        if (trialHead(draft, sheet, typed, model)) {
            Sheet before = tables.sheet(table, tables.inForce(table));
            try {
                Trial.Outcome outcome = trial.of(table, tables.file(tables.inForce(table)), editing.file(draft),
                        trialForm.read(draft.base(), sheet, typed));
                model.addAttribute("before", grid.answer(before, outcome.before()));
                model.addAttribute("after", grid.answer(sheet, outcome.after()));
                model.addAttribute("differs", outcome.isChanged());
            } catch (TableEngine.Refused e) {
                model.addAttribute("problem", wording.text("tables.finding.engine", e.getMessage()));
            }
        }
        return "policy/table-trial";
    }

    private boolean trialHead(Draft draft, Sheet sheet, MultiValueMap<String, String> typed, Model model) {
        List<Finding> findings = head(draft, sheet, model);
        model.addAttribute("fields", trialForm.of(draft.base(), sheet, typed));
        model.addAttribute("knowsCases", trial.knowsCases(draft.table()));
        model.addAttribute("howMany", HOW_MANY);
        return findings.stream().noneMatch(Finding::refused);
    }

    private void tryOnCases(Draft draft, Sheet sheet, int atMost, Model model) {
        String inForce = tables.inForce(draft.table());
        Sheet before = tables.sheet(draft.table(), inForce);
        List<TrialForm.Field> fields = trialForm.of(draft.base(), sheet, new LinkedMultiValueMap<>());
        try {
            List<Trial.Outcome> outcomes = trial.ofLatest(draft.table(), tables.file(inForce), editing.file(draft), atMost);
            model.addAttribute("tried", outcomes.size());
            model.addAttribute("differing", outcomes.stream().filter(Trial.Outcome::isChanged).map(outcome -> new Differing(
                    outcome.asked().number(), outcome.asked().page(), grid.facts(fields, outcome.asked().inputs()),
                    grid.answer(before, outcome.before()), grid.answer(sheet, outcome.after()))).toList());
        } catch (TableEngine.Refused e) {
            model.addAttribute("problem", wording.text("tables.finding.engine", e.getMessage()));
        }
    }

    @GetMapping("/publish")
    String publish(@PathVariable String table, Model model) {
        Draft draft = draft(table);
        return publishing(draft, draft.note(), model);
    }

    private String publishing(Draft draft, String note, Model model) {
        Sheet sheet = editing.sheet(draft);
        head(draft, sheet, model);
        model.addAttribute("lines", grid.lines(tables.sheet(draft.table(), draft.base()), sheet));
        model.addAttribute("next", tables.versions(draft.table()).get(0).number() + 1);
        model.addAttribute("note", note);
        model.addAttribute("longest", RowForm.LONGEST_NOTE);
        return "policy/table-publish";
    }

    @PostMapping("/publish")
    String publish(@PathVariable String table, @RequestParam int revision, @RequestParam String note, Model model) {
        Draft draft = draft(table);
        String why = CleanText.of(note);
        if (why == null) {
            model.addAttribute("problem", wording.text("tables.note.missing"));
            return publishing(draft, note, model);
        }
        try {
            editing.publish(table, draft.who(), revision, CleanText.cut(why, RowForm.LONGEST_NOTE));
            return "redirect:/policy/tables/" + table + "?published";
        } catch (TableEditing.NotFit | TableEditing.Overtaken refused) {
            Draft now = draft(table);
            if (refused instanceof TableEditing.Overtaken && !editing.isStale(now)) {
                model.addAttribute("problem", wording.text("tables.overtaken"));
            }
            return publishing(now, note, model);
        }
    }

    private Draft draft(String table) {
        String who = editors.whoChanges();
        return editing.draft(known(table), who).orElseThrow(NoDraft::new);
    }

    private String known(String table) {
        return Optional.of(table).filter(tables::has).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static int place(Sheet sheet, String rule) {
        int place = sheet.place(rule);
        if (place < 0) {
            throw new TableEditing.Overtaken();
        }
        return place;
    }

    private static String back(String table, String query) {
        return "redirect:/policy/tables/" + table + "/draft" + query;
    }
}
