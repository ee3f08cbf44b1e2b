package kz.jolkarta.core.internal.jobs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.jolkarta.core.i18n.Message;
import kz.jolkarta.core.i18n.Text;

/** A message kept as JSON, so that whoever reads it later gets it in their own language: {@code {"problem": {"key": …, "args": […]}}}. */
final class FailureText {
    private static final ObjectMapper JSON = new ObjectMapper();

    private FailureText() {}

    static String json(Message message) {
        ObjectNode root = JSON.createObjectNode();
        root.set("problem", node(message));
        return root.toString();
    }

    private static ObjectNode node(Message message) {
        ObjectNode node = JSON.createObjectNode().put("key", message.key());
        ArrayNode args = node.putArray("args");
        for (Object arg : message.args()) {
            if (arg instanceof Message inner) {
                args.add(node(inner));
            } else if (arg instanceof Text text) {
                args.addObject().put("kk", text.kk()).put("ru", text.ru()).put("en", text.en());
            } else if (arg instanceof Integer || arg instanceof Long) {
                args.add(((Number) arg).longValue());
            } else {
                args.add(arg.toString());
            }
        }
        return node;
    }

    static Optional<Message> message(String json) {
        try {
            JsonNode problem = JSON.readTree(json).path("problem");
            return problem.path("key").isTextual() ? Optional.of(message(problem)) : Optional.empty();
        } catch (JsonProcessingException notOurs) {
            return Optional.empty();
        }
    }

    private static Message message(JsonNode node) {
        List<Object> args = new ArrayList<>();
        for (JsonNode arg : node.path("args")) {
            if (arg.has("key")) {
                args.add(message(arg));
            } else if (arg.isObject()) {
                args.add(new Text(
                        arg.path("kk").asText(),
                        arg.path("ru").asText(),
                        arg.path("en").asText()));
            } else if (arg.isNumber()) {
                args.add(arg.longValue());
            } else {
                args.add(arg.asText());
            }
        }
        return new Message(node.path("key").asText(), args);
    }
}
