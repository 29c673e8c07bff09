// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "core/files/plain_yaml.h"

#include "core/files/yaml_tree_builder.h"

#include <array>
#include <optional>
#include <string>

namespace n3x {
namespace {

constexpr int deepest = 32;              // well below the limit that has to be reported
constexpr std::size_t longestKey = 1000; // the standard stops looking for the colon a little later

// Every doubt is settled by giving up: a character is only in these tables where it means nothing but itself.
struct CharacterTables {
    std::array<bool, 256> begins = {}; // a text without quotes, and each character of a key without quotes
    std::array<bool, 256> inFlow = {}; // goes on with a text without quotes between brackets or braces
};

constexpr CharacterTables tables = [] {
    CharacterTables made;
    for (int c = 0; c < 256; ++c) {
        const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c >= 0x80;
        const auto at = static_cast<std::size_t>(c);
        made.begins[at] = letter || c == '_' || c == '/' || c == '+' || c == '(';
        made.inFlow[at] = letter || std::string_view(" _-./+()@$%^&*=~<>;|'\\").contains(static_cast<char>(c));
    }
    return made;
}();

bool begins(char c) { return tables.begins[static_cast<unsigned char>(c)]; }
bool isKeyCharacter(char c) { return begins(c) || c == '-' || c == '.'; }
bool goesOnInFlow(char c) { return tables.inFlow[static_cast<unsigned char>(c)]; }

// Each function stands at the first character of what it reads and leaves behind it; false: unusual.
class PlainReader {
public:
    explicit PlainReader(YamlTreeBuilder& builder) : builder_(builder), text_(builder.text()) {}

    bool read()
    {
        if (text_.contains('\t') || text_.contains('\r') || text_.contains("\xef\xbb\xbf")) return false;
        builder_.expectNodes(text_.size() / 7); // as many as short values have
        toContent();
        return !atEnd() && column() == 0 && blockMap(0) && atEnd();
    }
    [[nodiscard]] bool hasComments() const { return hasComments_; }

private:
    [[nodiscard]] bool atEnd() const { return at_ >= text_.size(); }
    // A line feed stands for the end of the text too.
    [[nodiscard]] char peek(std::size_t ahead = 0) const
    {
        return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\n';
    }
    [[nodiscard]] static bool isBlank(char c) { return c == ' ' || c == '\n'; }
    [[nodiscard]] std::size_t column() const { return at_ - lineStart_; }
    [[nodiscard]] YamlTreeBuilder::Place place() const { return {line_, static_cast<int>(column()) + 1}; }

    void skipSpaces()
    {
        while (peek() == ' ') ++at_;
    }

    // Stands at the line's end or at its comment.
    void nextLine()
    {
        hasComments_ = hasComments_ || peek() == '#';
        at_ = std::min(text_.find('\n', at_), text_.size());
        if (atEnd()) return;
        lineStart_ = ++at_;
        ++line_;
    }

    // From the start of a line to the first character that is neither space nor comment.
    void toContent()
    {
        while (!atEnd()) {
            skipSpaces();
            if (peek() != '\n' && peek() != '#') return;
            nextLine();
        }
    }

    // Nothing may follow in this line but a comment; goes to the next content.
    bool endOfLine()
    {
        const std::size_t before = at_;
        skipSpaces();
        if (peek() == '#' && at_ == before) return false;
        if (peek() != '\n' && peek() != '#') return false;
        nextLine();
        toContent();
        return true;
    }

    bool beginsText() const { return begins(peek()) || ((peek() == '-' || peek() == '.') && begins(peek(1))); }
    bool beginsItem() const { return peek() == '-' && peek(1) == ' '; }
    bool beginsQuoted() const { return peek() == '"' || peek() == '\''; }
    bool beginsFlow() const { return peek() == '{' || peek() == '['; }

    // Whether a key without quotes and its colon stand here.
    [[nodiscard]] std::size_t keyLength() const
    {
        if (!begins(peek())) return 0;
        std::size_t length = 1;
        while (isKeyCharacter(peek(length))) ++length;
        return length < longestKey && peek(length) == ':' && isBlank(peek(length + 1)) ? length : 0;
    }

    bool key()
    {
        if (beginsQuoted()) {
            if (!quoted() || peek() != ':' || !isBlank(peek(1))) return false;
        } else {
            const std::size_t length = keyLength();
            if (length == 0) return false;
            builder_.addPlain(text_.substr(at_, length), place());
            at_ += length;
        }
        ++at_; // the colon
        return true;
    }

    // On one line, and without a backslash.
    bool quoted()
    {
        const YamlTreeBuilder::Place where = place();
        const std::size_t start = at_++;
        const char quote = text_[start];
        unquoted_.clear();
        while (true) {
            const char c = peek();
            if (c == '\n' || (c == '\\' && quote == '"') || at_ - start > longestKey) return false;
            ++at_;
            if (c == quote) {
                if (quote == '"' || peek() != quote) break;
                ++at_; // two single ones are one
            }
            unquoted_ += c;
        }
        builder_.addQuoted(unquoted_, where);
        return true;
    }

    bool blockMap(int depth)
    {
        if (depth > deepest) return false;
        const std::size_t own = column();
        builder_.openContainer(YamlTree::Kind::Map, place());
        do {
            if (!key() || !blockValue(own, depth)) return false;
        } while (!atEnd() && column() == own);
        builder_.closeContainer();
        return atEnd() || column() < own;
    }

    // What follows a key's colon.
    bool blockValue(std::size_t keyColumn, int depth)
    {
        skipSpaces();
        if (peek() != '\n' && peek() != '#') return oneLine(depth);
        if (!endOfLine() || atEnd()) return false;
        if (beginsItem() && column() >= keyColumn) return blockList(depth + 1);
        return column() > keyColumn && blockMap(depth + 1);
    }

    bool blockList(int depth)
    {
        if (depth > deepest) return false;
        const std::size_t own = column();
        builder_.openContainer(YamlTree::Kind::List, place());
        do {
            ++at_; // the hyphen
            skipSpaces();
            if (keyLength() > 0 ? !blockMap(depth + 1) : !oneLine(depth)) return false;
        } while (!atEnd() && column() == own && beginsItem());
        builder_.closeContainer();
        return atEnd() || column() <= own;
    }

    // A value that ends in the line, and all that follows in it.
    bool oneLine(int depth)
    {
        if (beginsFlow()) return flow(depth + 1) && endOfLine();
        if (beginsQuoted()) return quoted() && endOfLine();
        if (!beginsText()) return false;
        const std::size_t end = std::min(text_.find('\n', at_), text_.size());
        std::size_t last = at_; // behind the last character that is no space
        for (std::size_t at = at_; at < end; ++at) {
            const char c = text_[at];
            if (c == ':' && (at + 1 == end || text_[at + 1] == ' ')) return false;
            if (c == '#' && text_[at - 1] == ' ') break;
            if (c != ' ') last = at + 1;
        }
        builder_.addPlain(text_.substr(at_, last - at_), place());
        at_ = last;
        return endOfLine();
    }

    // Between brackets and braces a line may end after each comma; never in the first column.
    bool skipFlowSpace()
    {
        skipSpaces();
        if (peek() != '\n') return true;
        if (atEnd()) return false;
        nextLine();
        skipSpaces();
        return column() > 0 && peek() != '\n';
    }

    bool flow(int depth)
    {
        if (depth > deepest) return false;
        const bool isMap = peek() == '{';
        const char closing = isMap ? '}' : ']';
        builder_.openContainer(isMap ? YamlTree::Kind::Map : YamlTree::Kind::List, place());
        ++at_;
        if (!skipFlowSpace()) return false;
        bool more = peek() != closing;
        while (more) {
            if (isMap && !flowKey()) return false;
            if (!flowValue(depth) || !skipFlowSpace()) return false;
            more = peek() == ',';
            if (more) {
                ++at_;
                if (!skipFlowSpace()) return false;
            }
        }
        if (peek() != closing) return false;
        ++at_;
        builder_.closeContainer();
        return true;
    }

    bool flowKey()
    {
        if (!key()) return false;
        skipSpaces();
        return true;
    }

    bool flowValue(int depth)
    {
        if (beginsFlow()) return flow(depth + 1);
        if (beginsQuoted()) return quoted();
        if (!beginsText()) return false;
        std::size_t last = at_;
        std::size_t at = at_;
        for (;; ++at) {
            const char c = at < text_.size() ? text_[at] : '\n';
            const char next = at + 1 < text_.size() ? text_[at + 1] : '\n';
            if (c == ',' || c == ']' || c == '}') break;
            // Of an IPv6 address.
            const bool inner = c == ':' && (begins(next) || next == ':');
            if (!inner && !goesOnInFlow(c)) return false;
            if (c != ' ') last = at + 1;
        }
        builder_.addPlain(text_.substr(at_, last - at_), place());
        at_ = at;
        return true;
    }

    YamlTreeBuilder& builder_;
    std::string_view text_;
    std::string unquoted_;
    bool hasComments_ = false;
    std::size_t at_ = 0;
    std::size_t lineStart_ = 0;
    int line_ = 1;
};

} // namespace

PlainYaml readPlainYaml(YamlTreeBuilder& builder)
{
    PlainReader reader(builder);
    if (!reader.read()) return PlainYaml::Unusual;
    return reader.hasComments() ? PlainYaml::WithComments : PlainYaml::WithoutComments;
}

} // namespace n3x
