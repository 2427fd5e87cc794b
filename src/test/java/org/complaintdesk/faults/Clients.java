package org.complaintdesk.faults;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;

/**
 * Shops' systems, agents and customers at work on all nodes at once, each from a seed of its own. Whoever gets no answer asks
 * again, as their programs and browsers would; what they were promised goes into the journal.
 */
final class Clients implements AutoCloseable {

    private static final String SHOP = "示例旗舰店";
    private static final Pattern FORM = Pattern.compile("<form method=\"post\" action=\"([^\"?]*/(accept|rate|decline))[^\"]*\">(.*?)</form>", Pattern.DOTALL);
    private static final Pattern HIDDEN = Pattern.compile("<input type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\"");
    private static final Map<String, String> TOLD = Map.of("accept", "ACCEPTED", "decline", "DECLINED", "rate", "RATED");

    private final ExecutorService threads;
    private final Journal journal;
    private final List<String> nodes;
    private final AtomicInteger unanswered = new AtomicInteger();
    private final AtomicInteger answered = new AtomicInteger();
    private volatile boolean home;

    /** @param nodes addresses; it may change meanwhile */
    Clients(int how, long seed, List<String> nodes, Journal journal) {
        this.nodes = nodes;
        this.journal = journal;
        threads = Executors.newFixedThreadPool(how);
        for (int i = 0; i < how; i++) {
            long own = seed * 31 + i;
            threads.submit(() -> new Client(new Random(own), own).work());
        }
    }

    /** Nobody begins anything more; what is under way ends. */
    @Override
    public void close() throws InterruptedException {
        home = true;
        threads.shutdown();
        if (!threads.awaitTermination(3, TimeUnit.MINUTES)) {
            throw new AssertionError("A client still waits for an answer");
        }
    }

    /** Waits until they have got so many more answers, however slow the machine is. */
    void getAnswers(int more) {
        int until = answered() + more;
        Awaitility.await().atMost(House.PATIENCE).pollInterval(Duration.ofMillis(50)).until(() -> answered() >= until);
    }

    int answered() {
        return answered.get();
    }

    int unanswered() {
        return unanswered.get();
    }

    private final class Client {

        private final Random dice;
        private final long name;
        private final Caller caller = new Caller();
        private final List<String> taken = new ArrayList<>();
        private int count;

        Client(Random dice, long name) {
            this.dice = dice;
            this.name = name;
        }

        void work() {
            while (!home) {
                int what = dice.nextInt(20);
                attempt(what < 5 ? this::complain : what < 7 ? this::review : what < 10 ? this::complainAgain : what < 17 ? this::doTask : this::act);
            }
        }

        private void attempt(Deed deed) {
            try {
                deed.happen();
                answered.incrementAndGet();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (IOException | RuntimeException noAnswer) {
                unanswered.incrementAndGet();
                Pause.millis(300);
            }
        }

        private String node() {
            return nodes.get(dice.nextInt(nodes.size()));
        }

        private void complain() throws IOException, InterruptedException {
            String id = "T-" + name + "-" + ++count;
            taken.add(id);
            complain(id);
        }

        /** A program sends again what it sent before, answered or not. */
        private void complainAgain() throws IOException, InterruptedException {
            if (!taken.isEmpty()) {
                complain(taken.get(dice.nextInt(taken.size())));
            }
        }

        private void complain(String id) throws IOException, InterruptedException {
            Map<String, Object> customer = new HashMap<>(Map.of("name", "顾客" + id, "phone", "13800005678"));
            if (id.hashCode() % 4 != 0) {
                customer.put("email", id.toLowerCase() + "@customer.example");
            }
            HttpResponse<String> answer = caller.post(node() + "/api/complaints", Map.of("shop", SHOP, "channel", "JD", "externalId", id,
                    "orderNumber", "O-" + id, "orderAmount", 399, "description", "收到的酒瓶破损，酒都漏光了。", "desiredOutcome", "退款", "customer", customer));
            if (answer.statusCode() == 201 || answer.statusCode() == 200) {
                JsonNode registered = Caller.json(answer);
                journal.complaint(SHOP, "JD", id, registered.path("number").asText());
                if (registered.hasNonNull("trackingUrl")) {
                    journal.link(registered.path("number").asText(), URI.create(registered.path("trackingUrl").asText()).getPath());
                }
            } else {
                unexpected(answer);
            }
        }

        private void review() throws IOException, InterruptedException {
            String id = "V-" + name + "-" + ++count;
            HttpResponse<String> answer = caller.post(node() + "/api/reviews", Map.of("shop", SHOP, "platform", "TMALL", "externalId", id, "rating", 1,
                    "text", "瓶子碎了，太失望了", "postedAt", OffsetDateTime.now().minusHours(2).toString(), "reviewer", Map.of("name", "评价人" + id)));
            if (answer.statusCode() == 201 || answer.statusCode() == 200) {
                journal.review("TMALL", id, Caller.json(answer).path("number").asText());
            } else {
                unexpected(answer);
            }
        }

        private void doTask() throws IOException, InterruptedException {
            String node = node();
            JsonNode tasks = caller.read(node + "/engine-rest/task?processDefinitionKey=complaint-handling&sortBy=created&sortOrder=asc&maxResults=40");
            if (tasks.isEmpty()) {
                return;
            }
            JsonNode task = tasks.get(dice.nextInt(tasks.size()));
            Map<String, Object> fields = Forms.of(task.path("taskDefinitionKey").asText());
            String path = node + "/engine-rest/task/" + task.path("id").asText();
            if (fields == null || task.path("assignee").isNull() && caller.post(path + "/claim", Map.of("userId", Caller.PERSON)).statusCode() != 204) {
                return;
            }
            Map<String, Object> variables = new HashMap<>();
            fields.forEach((name, value) -> variables.put(name, Map.of("value", value)));
            HttpResponse<String> answer = caller.post(path + "/submit-form", Map.of("variables", variables));
            if (answer.statusCode() == 204) {
                journal.completed(task.path("id").asText());
            } else {
                unexpected(answer);
            }
        }

        /** A customer answers on their page, or says what they think of the result. */
        private void act() throws IOException, InterruptedException {
            List<Map.Entry<String, String>> links = new ArrayList<>(journal.links().entrySet());
            if (links.isEmpty()) {
                return;
            }
            Map.Entry<String, String> link = links.get(dice.nextInt(links.size()));
            String node = node();
            Matcher form = FORM.matcher(caller.get(node + link.getValue()).body());
            if (!form.find()) {
                return;
            }
            Map<String, String> fields = new HashMap<>(Map.of("solved", "yes", "score", "5", "wish", "no"));
            for (Matcher hidden = HIDDEN.matcher(form.group(3)); hidden.find(); ) {
                fields.put(hidden.group(1), hidden.group(2));
            }
            String what = TOLD.get(form.group(2));
            boolean unsure = true;
            try {
                HttpResponse<String> answer = caller.submit(node() + form.group(1), fields);
                if (answer.statusCode() == 302 && answer.headers().firstValue("Location").orElse("").endsWith("answered=DONE")) {
                    journal.acted(link.getKey(), what);
                } else {
                    unexpected(answer);
                }
                unsure = false;
            } finally {
                if (unsure) {
                    journal.perhapsActed(link.getKey(), what);
                }
            }
        }

        private void unexpected(HttpResponse<String> answer) {
            if (answer.statusCode() >= 500) {
                throw new IllegalStateException("Answered with " + answer.statusCode());
            }
        }
    }

    private interface Deed {

        void happen() throws IOException, InterruptedException;
    }
}
