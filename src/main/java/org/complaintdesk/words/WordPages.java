package org.complaintdesk.words;

import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import org.complaintdesk.identity.Staff;
import org.complaintdesk.platform.CleanText;
import org.complaintdesk.platform.InvalidInput;
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

/** The word lists for staff: everybody reads and tries them out, supervisors and managers change them. */
@Controller
@RequestMapping("/policy")
class WordPages {

    private static final int LONGEST_TRIAL = 5_000;
    private static final int HISTORY = 50;

    private final WordEditing editing;
    private final TryOut tryOut;
    private final Staff staff;
    private final Wording wording;

    WordPages(WordEditing editing, TryOut tryOut, Staff staff, Wording wording) {
        this.editing = editing;
        this.tryOut = tryOut;
        this.staff = staff;
        this.wording = wording;
    }

    /** One change, with what it did to the list before it. */
    record Step(int revision, String at, String who, boolean reset, Difference difference) {
    }

    @ModelAttribute("wording")
    Wording wording() {
        return wording;
    }

    @GetMapping
    String policy() {
        return "redirect:/policy/words";
    }

    @GetMapping("/words")
    String lists(Model model) {
        model.addAttribute("groups", editing.groups());
        model.addAttribute("sheets", editing.sheets());
        model.addAttribute("staff", staff);
        model.addAttribute("longest", LONGEST_TRIAL);
        return "policy/words";
    }

    @PostMapping("/words/trial")
    String tryOut(@RequestParam String text, Model model) {
        String tried = CleanText.of(text);
        model.addAttribute("text", tried);
        if (tried == null || tried.length() > LONGEST_TRIAL) {
            model.addAttribute("problem", tried == null ? wording.text("words.trial.empty")
                    : wording.text("words.trial.too-long", LONGEST_TRIAL, tried.length()));
        } else {
            model.addAttribute("outcome", tryOut.of(tried));
        }
        return lists(model);
    }

    @GetMapping("/words/{list}")
    String show(@PathVariable String list, @RequestParam(required = false) Integer revision, Principal who, Model model) {
        WordSheet sheet = sheet(list);
        if (revision != null) {
            WordChange earlier = editing.find(sheet, revision)
                    .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
            model.addAttribute("earlier", revision);
            return page(sheet, sheet.revision(), sheet.linesAfter(earlier), who, model);
        }
        return page(sheet, sheet.revision(), sheet.lines(), who, model);
    }

    @PostMapping("/words/{list}")
    String change(@PathVariable String list, @RequestParam int opened, @RequestParam String words, Principal who,
                  Model model) {
        WordSheet sheet = sheet(list);
        try {
            editing.change(sheet, opened, words, who.getName());
        } catch (InvalidInput refused) {
            model.addAttribute("problem", refused.getMessage());
            return page(sheet, opened, words.lines().toList(), who, model);
        } catch (ChangedMeanwhile overtaken) {
            return overtaken(list, words.lines().toList(), who, model);
        }
        return "redirect:/policy/words/" + list + "?saved";
    }

    @PostMapping("/words/{list}/default")
    String reset(@PathVariable String list, @RequestParam int opened, Principal who, Model model) {
        WordSheet sheet = sheet(list);
        try {
            editing.reset(sheet, opened, who.getName());
        } catch (ChangedMeanwhile overtaken) {
            return overtaken(list, sheet(list).lines(), who, model);
        }
        return "redirect:/policy/words/" + list + "?saved";
    }

    private String overtaken(String list, List<String> words, Principal who, Model model) {
        WordSheet now = sheet(list);
        model.addAttribute("problem", now.latest() == null ? wording.text("words.changed-elsewhere")
                : wording.text("words.changed-meanwhile", staff.displayName(now.latest().who()), wording.moment(now.latest().at())));
        return page(now, now.revision(), words, who, model);
    }

    private WordSheet sheet(String list) {
        return editing.find(list).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private String page(WordSheet sheet, int opened, List<String> words, Principal who, Model model) {
        model.addAttribute("sheet", sheet);
        model.addAttribute("opened", opened);
        model.addAttribute("words", String.join("\n", words));
        model.addAttribute("steps", steps(sheet));
        model.addAttribute("mayChange", staff.oversees(who.getName()));
        model.addAttribute("most", WordLines.MOST);
        model.addAttribute("longest", WordLines.LONGEST);
        return "policy/word-list";
    }

    private List<Step> steps(WordSheet sheet) {
        List<WordChange> changes = editing.history(sheet, HISTORY + 1);
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < Math.min(HISTORY, changes.size()); i++) {
            WordChange change = changes.get(i);
            List<String> before = i + 1 < changes.size() ? sheet.linesAfter(changes.get(i + 1)) : sheet.list().lines();
            steps.add(new Step(change.revision(), wording.moment(change.at()), staff.displayName(change.who()),
                    change.isReset(), Difference.between(before, sheet.linesAfter(change))));
        }
        return steps;
    }
}
