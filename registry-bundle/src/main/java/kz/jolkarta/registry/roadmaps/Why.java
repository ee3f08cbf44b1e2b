package kz.jolkarta.registry.roadmaps;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import kz.jolkarta.core.i18n.Message;
import kz.jolkarta.core.i18n.Text;

/** Reasons kept as JSON, so that everybody reads them in the own language: {@code [{"key": …, "args": […]}]}. */
final class Why {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Why() {}

    static String json(List<Message> reasons) {
        ArrayNode root = JSON.createArrayNode();
        reasons.forEach(reason -> root.add(node(reason)));
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
            } else if (arg instanceof LocalDate day) {
                args.addObject().put("day", day.toString());
            } else if (arg instanceof Integer || arg instanceof Long) {
                args.add(((Number) arg).longValue());
            } else {
                args.add(arg.toString());
            }
        }
        return node;
    }

    static List<Message> read(String json) {
        try {
            List<Message> reasons = new ArrayList<>();
            JSON.readTree(json).forEach(node -> reasons.add(message(node)));
            return reasons;
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("the reasons of a step are no JSON", damaged);
        }
    }

    private static Message message(JsonNode node) {
        List<Object> args = new ArrayList<>();
        node.path("args").forEach(arg -> args.add(argument(arg)));
        return new Message(node.path("key").asText(), args);
    }

    private static Object argument(JsonNode arg) {
        if (arg.has("key")) {
            return message(arg);
        }
        if (arg.has("day")) {
            return LocalDate.parse(arg.path("day").asText());
        }
        if (arg.isObject()) {
            return new Text(
                    arg.path("kk").asText(),
                    arg.path("ru").asText(),
                    arg.path("en").asText());
        }
        return arg.isNumber() ? (Object) arg.longValue() : arg.asText();
    }
}
