package kz.jolkarta.registry.consents;

import java.io.OutputStream;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Audit.Action;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.files.Paper;
import kz.jolkarta.core.files.Papers;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.i18n.Texts;
import kz.jolkarta.registry.consents.SubjectStore.Signer;
import kz.jolkarta.registry.consents.SubjectStore.Subject;
import kz.jolkarta.registry.records.Ledger;
import kz.jolkarta.registry.records.Moves;
import kz.jolkarta.registry.records.Reach;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Blank forms of consent for one child, to be signed on paper. */
@Component(service = ConsentForms.class, configurationPid = "kz.jolkarta.operator")
@Designate(ocd = ConsentForms.Config.class)
public final class ConsentForms {
    @ObjectClassDefinition(name = "Jolkarta: who processes the personal data")
    @interface Config {
        @AttributeDefinition(description = "Name of the operator of the personal data in Kazakh")
        String kk() default "";

        @AttributeDefinition(description = "Name of the operator of the personal data in Russian")
        String ru() default "";

        @AttributeDefinition(description = "Name of the operator of the personal data in English")
        String en() default "";

        @AttributeDefinition(description = "BIN of the operator, 12 digits")
        String bin() default "";
    }

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");

    private final Ledger ledger;
    private final Papers papers;
    private final Texts texts;
    private final Wording operator;
    private final String bin;

    @Activate
    public ConsentForms(Config config, @Reference Ledger ledger, @Reference Papers papers, @Reference Texts texts) {
        this(new Wording(config.kk(), config.ru(), config.en()), config.bin(), ledger, papers, texts);
    }

    ConsentForms(Wording operator, String bin, Ledger ledger, Papers papers, Texts texts) {
        this.operator = operator;
        this.bin = bin.strip();
        this.ledger = ledger;
        this.papers = papers;
        this.texts = texts;
    }

    /** A file that is still to be written. */
    interface Pending {
        void writeTo(OutputStream out);
    }

    /**
     * Notes the print and gives the form.
     *
     * @throws Problem NOT_FOUND; INVALID for a version that is not published or a representative who is not the child's
     */
    Pending print(User user, long child, FormRequest wanted) {
        Paper paper = ledger.database().call(tx -> {
            Subject subject = SubjectStore.child(tx, child, Reach.require(user, Right.CHILDREN_WRITE, child))
                    .orElseThrow(() -> Reach.child(tx, user, Right.CHILDREN_WRITE, child));
            ConsentTemplate template = TemplateStore.published(tx, wanted.purpose(), wanted.template())
                    .orElseThrow(() -> Problem.field("template", "consent.template-unknown"));
            String signer = signer(SubjectStore.signers(tx, child), wanted);
            String detail = "print consent-form " + Moves.code(wanted.purpose()) + " " + template.number();
            ledger.record(tx, user, Action.EXPORT, "child", child, subject.territory(), detail);
            return paper(template, subject, signer, wanted.language());
        });
        return out -> {
            if (wanted.docx()) {
                papers.docx(paper, out);
            } else {
                papers.pdf(paper, out);
            }
        };
    }

    private static String signer(List<Signer> known, FormRequest wanted) {
        if (wanted.representative().isPresent()) {
            return known.stream()
                    .filter(s -> s.id() == wanted.representative().get())
                    .findFirst()
                    .orElseThrow(() -> Problem.field("representative", "child.representative-unknown"))
                    .name();
        }
        return known.size() == 1 ? known.get(0).name() : "";
    }

    private Paper paper(ConsentTemplate template, Subject subject, String signer, Language language) {
        ConsentContent content = template.content();
        String name = (content.operator().isEmpty() ? operator : content.operator()).in(language);
        String number = content.bin().isEmpty() ? bin : content.bin();
        List<Paper.Block> blocks = new ArrayList<>();
        blocks.add(new Paper.Facts(List.of(
                fact(language, "operator", name),
                fact(language, "bin", number),
                fact(language, "representative", signer),
                fact(language, "child", subject.name()),
                fact(language, "birth-date", DAY.format(subject.birthDate())))));
        blocks.add(new Paper.Text(content.subject().in(language)));
        blocks.add(heading(language, "aim"));
        blocks.add(new Paper.Text(content.aim().in(language)));
        blocks.add(heading(language, "data"));
        content.data().forEach(datum -> blocks.add(new Paper.Text("– " + datum.in(language))));
        blocks.add(heading(language, "terms"));
        blocks.add(new Paper.Facts(List.of(
                fact(language, "third-parties", yes(language, content.thirdParties())),
                fact(language, "cross-border", yes(language, content.crossBorder())),
                fact(language, "publication", yes(language, content.publication())),
                fact(language, "term", content.term().in(language)))));
        if (!content.recipients().isEmpty()) {
            blocks.add(new Paper.Text(texts.text(
                    language, "consent.form.recipients", content.recipients().in(language))));
        }
        blocks.add(new Paper.Text(texts.text(language, "consent.form.rights", Withdrawals.TERM)));
        blocks.add(new Paper.Signatures(List.of(texts.text(language, "consent.form.signature"))));
        String purpose = texts.text(language, "consent.purpose." + Moves.code(template.purpose()));
        return new Paper(
                language,
                texts.text(language, "consent.form.title." + Moves.code(template.purpose())),
                blocks,
                texts.text(language, "consent.form.footer", purpose, template.number()));
    }

    private Paper.Fact fact(Language language, String label, String value) {
        return new Paper.Fact(texts.text(language, "consent.form." + label), value);
    }

    private Paper.Heading heading(Language language, String label) {
        return new Paper.Heading(texts.text(language, "consent.form." + label));
    }

    private String yes(Language language, boolean holds) {
        return texts.text(language, holds ? "child.word.yes" : "child.word.no");
    }
}
