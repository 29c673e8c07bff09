// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "core/model/object_path.h"

namespace n3x {
namespace {

void appendName(std::string& text, std::string_view name)
{
    if (!text.empty()) text += '/';
    for (const char c : name) {
        if (c == '~')
            text += "~0";
        else if (c == '/')
            text += "~1";
        else
            text += c;
    }
}

} // namespace

ObjectPath ObjectPath::of(std::initializer_list<std::string_view> names)
{
    ObjectPath path;
    for (const std::string_view name : names) appendName(path.text_, name);
    return path;
}

ObjectPath ObjectPath::operator/(std::string_view name) const
{
    ObjectPath path = *this;
    appendName(path.text_, name);
    return path;
}

ObjectPath ObjectPath::operator/(std::size_t index) const { return *this / std::string_view(std::to_string(index)); }

ObjectPath ObjectPath::parent() const
{
    const std::size_t slash = text_.rfind('/');
    return ObjectPath(slash == std::string::npos ? std::string_view() : std::string_view(text_).substr(0, slash));
}

std::vector<std::string> ObjectPath::names() const
{
    std::vector<std::string> names;
    if (text_.empty()) return names;
    names.emplace_back();
    for (std::size_t at = 0; at < text_.size(); ++at) {
        if (text_[at] == '/') {
            names.emplace_back();
        } else if (text_[at] == '~' && at + 1 < text_.size()) {
            names.back() += text_[++at] == '1' ? '/' : '~';
        } else {
            names.back() += text_[at];
        }
    }
    return names;
}

bool ObjectPath::isWithin(const ObjectPath& outer) const
{
    return outer.empty() || text_ == outer.text_ ||
           (text_.starts_with(outer.text_) && text_[outer.text_.size()] == '/');
}

} // namespace n3x
