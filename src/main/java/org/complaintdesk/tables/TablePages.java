package org.complaintdesk.tables;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.complaintdesk.identity.Staff;
import org.complaintdesk.platform.Wording;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The tables, their versions and what differs between them: for everyone who supervises. */
@Controller
@RequestMapping("/policy/tables")
class TablePages {

    /** How the list is ordered, and what stands together. */
    private static final Map<String, List<String>> GROUPS = Groups.ordered();

    private final Tables tables;
    private final TableStore store;
    private final TableEditing editing;
    private final Grid grid;
    private final Editors editors;
    private final Staff staff;
    private final Wording wording;

    TablePages(Tables tables, TableStore store, TableEditing editing, Grid grid, Editors editors, Staff staff, Wording wording) {
        this.tables = tables;
        this.store = store;
        this.editing = editing;
        this.grid = grid;
        this.editors = editors;
        this.staff = staff;
        this.wording = wording;
    }

    record Line(String id, String name, int rows, Version inForce, String by, boolean news, boolean draft) {
    }

    record Group(String name, List<Line> tables) {
    }

    /** @param by who put it in force, when and why */
    record Step(Version version, String by, boolean inForce) {
    }

    @ModelAttribute("wording")
    Wording wording() {
        return wording;
    }

    @GetMapping
    String list(Model model) {
        List<String> drafted = store.drafts().stream().filter(draft -> editors.isWho(draft.who())).map(Draft::table).toList();
        List<Group> groups = new ArrayList<>();
        GROUPS.forEach((name, members) -> groups.add(new Group(name, members.stream().filter(tables::has)
                .map(table -> line(table, drafted.contains(table))).toList())));
        model.addAttribute("groups", groups);
        model.addAttribute("mayChange", editors.mayChange());
        return "policy/tables";
    }

    private Line line(String table, boolean draft) {
        Version inForce = tables.versions(table).get(0);
        Sheet sheet = tables.sheet(table, inForce.id());
        return new Line(table, sheet.name(), sheet.rules().size(), inForce, by(inForce), tables.hasNews(table, inForce), draft);
    }

    @GetMapping("/{table}")
    String show(@PathVariable String table, Model model) {
        Version inForce = versions(table).get(0);
        return page(table, inForce, model);
    }

    @GetMapping("/{table}/versions/{number}")
    String version(@PathVariable String table, @PathVariable int number, Model model) {
        return page(table, version(table, number), model);
    }

    private String page(String table, Version version, Model model) {
        List<Version> versions = versions(table);
        Version inForce = versions.get(0);
        Sheet sheet = tables.sheet(table, version.id());
        model.addAttribute("sheet", sheet);
        model.addAttribute("rows", grid.rows(sheet, Comparison.of(sheet, sheet), List.of()));
        model.addAttribute("shown", version);
        model.addAttribute("inForce", inForce);
        model.addAttribute("by", by(version));
        model.addAttribute("news", tables.hasNews(table, inForce));
        model.addAttribute("replaced", TableDeployment.OTHER_COLUMNS.equals(inForce.note()));
        model.addAttribute("steps", versions.stream().map(each -> new Step(each, by(each), each == inForce)).toList());
        model.addAttribute("mayChange", editors.mayChange());
        model.addAttribute("draft", editors.who().flatMap(who -> editing.draft(table, who)).orElse(null));
        return "policy/table";
    }

    /** @param from a version's number, or {@code software} for the table that comes with the software; {@code to} likewise */
    @GetMapping("/{table}/compare")
    String compare(@PathVariable String table, @RequestParam String from, @RequestParam String to, Model model) {
        versions(table);
        Sheet before = side(table, from);
        Sheet after = side(table, to);
        model.addAttribute("sheet", after);
        model.addAttribute("from", label(from));
        model.addAttribute("to", label(to));
        model.addAttribute("fits", before.shape().equals(after.shape()));
        model.addAttribute("lines", before.shape().equals(after.shape()) ? grid.lines(before, after) : List.of());
        return "policy/table-compare";
    }

    private Sheet side(String table, String which) {
        return "software".equals(which) ? tables.shipped(table) : tables.sheet(table, version(table, number(which)).id());
    }

    private String label(String which) {
        return "software".equals(which) ? wording.text("tables.softwares") : wording.text("tables.version", number(which));
    }

    private static int number(String typed) {
        try {
            return Integer.parseInt(typed);
        } catch (NumberFormatException e) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }

    @PostMapping("/{table}/draft")
    String begin(@PathVariable String table) {
        versions(table);
        editing.begin(table, editors.whoChanges());
        return "redirect:/policy/tables/" + table + "/draft";
    }

    /** Goes back: an earlier version becomes a draft, to be checked and published like any other. */
    @PostMapping("/{table}/versions/{number}/restore")
    String restore(@PathVariable String table, @PathVariable int number) {
        Version version = version(table, number);
        Sheet sheet = tables.sheet(table, version.id());
        if (!sheet.shape().equals(tables.shipped(table).shape())) {
            return "redirect:/policy/tables/" + table + "/versions/" + number + "?unfit";
        }
        return begun(table, sheet.rules(), wording.text("tables.back-to", number));
    }

    @PostMapping("/{table}/software")
    String takeSoftwares(@PathVariable String table) {
        versions(table);
        return begun(table, tables.shipped(table).rules(), wording.text("tables.take-softwares.note"));
    }

    private String begun(String table, List<Rule> rules, String note) {
        try {
            editing.begin(table, editors.whoChanges(), rules, note);
            return "redirect:/policy/tables/" + table + "/draft/publish";
        } catch (TableEditing.Overtaken draft) {
            return "redirect:/policy/tables/" + table + "/draft?busy";
        }
    }

    @PostMapping("/{table}/keep")
    String keep(@PathVariable String table) {
        versions(table);
        editors.whoChanges();
        editing.setAside(table);
        return "redirect:/policy/tables/" + table + "?kept";
    }

    private List<Version> versions(String table) {
        if (!tables.has(table)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return tables.versions(table);
    }

    private Version version(String table, int number) {
        return Optional.of(versions(table)).flatMap(all -> all.stream().filter(each -> each.number() == number).findFirst())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private String by(Version version) {
        String at = wording.moment(version.at());
        return version.who() == null ? wording.text("tables.by." + version.origin(), at)
                : wording.text("tables.by", staff.displayName(version.who()), at);
    }
}
